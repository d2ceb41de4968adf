import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { RefundCheckFinding } from "../../types"
import { findingColor, findingState, worstFirst } from "../lib/refund-check"
import { ReconciliationEmpty } from "./reconciliation-states"

/** More than anybody reads on a page; the command line tells all of them. */
const MOST_SHOWN = 200

/** What a check found, the worst first. */
export function RefundCheckFindings(props: { findings: RefundCheckFinding[] }) {
  const { t } = useTranslation()
  if (props.findings.length === 0) {
    return null
  }
  return (
    <>
      <ul
        className="divide-y border-t"
        aria-label={t("refundReconciliation.check.label")}
      >
        {worstFirst(props.findings)
          .slice(0, MOST_SHOWN)
          .map((finding, index) => (
            <Finding key={index} finding={finding} />
          ))}
      </ul>
      {props.findings.length > MOST_SHOWN && (
        <ReconciliationEmpty
          text={t("refundReconciliation.check.more", { count: MOST_SHOWN })}
        />
      )}
    </>
  )
}

function Finding({ finding }: { finding: RefundCheckFinding }) {
  const { t } = useTranslation()
  const { order_id, display_id, code, message } = finding
  const order = display_id === null ? order_id : `#${display_id}`
  return (
    <li className="flex flex-col gap-y-1 px-6 py-3">
      <div className="flex flex-wrap items-center gap-x-2">
        <Badge size="2xsmall" color={findingColor(finding)}>
          {t(`refundReconciliation.check.${findingState(finding)}`)}
        </Badge>
        {order_id && (
          <Link
            to={`/orders/${order_id}`}
            className="text-ui-fg-interactive txt-compact-small"
            aria-label={t("refundReconciliation.entries.order", { order })}
          >
            {order}
          </Link>
        )}
        <code className="text-ui-fg-muted txt-compact-small">{code}</code>
      </div>
      <Text size="small" className="break-words">
        {message}
      </Text>
    </li>
  )
}
