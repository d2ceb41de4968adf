import { Badge, clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type {
  AdminRefundReconciliationResponse,
  RefundReconciliationEntryDTO,
} from "../../types"
import { driftFirst, kindColor } from "../lib/reconciliation-status"
import { ReconciliationEmpty } from "./reconciliation-states"

type Run = AdminRefundReconciliationResponse["refund_reconciliation"]

/** The server sends no more than the newest of them. */
const MOST_ENTRIES = 500

const EMPTY_TEXTS = {
  running: "emptyRunning",
  completed: "empty",
  failed: "emptyFailed",
} as const

/** What a run did, and before all what it could not mend. */
export function ReconciliationEntries({ run }: { run: Run }) {
  const { t } = useTranslation()
  if (run.entries.length === 0) {
    const text = EMPTY_TEXTS[run.status]
    return (
      <ReconciliationEmpty text={t(`refundReconciliation.entries.${text}`)} />
    )
  }
  return (
    <>
      <ul
        className="divide-y"
        aria-label={t("refundReconciliation.entries.label")}
      >
        {driftFirst(run.entries).map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {run.entries.length >= MOST_ENTRIES && (
        <ReconciliationEmpty
          text={t("refundReconciliation.entries.newest", {
            count: MOST_ENTRIES,
          })}
        />
      )}
    </>
  )
}

function Entry({ entry }: { entry: RefundReconciliationEntryDTO }) {
  const { t } = useTranslation()
  const { kind, order_id, order_display_id } = entry
  const order = order_display_id === null ? order_id : `#${order_display_id}`
  const isDrift = kind === "drift"
  return (
    <li
      className={clx(
        "flex flex-col gap-y-1 px-6 py-3",
        isDrift && "bg-ui-bg-subtle"
      )}
    >
      <div className="flex items-center gap-x-2">
        <Badge size="2xsmall" color={kindColor(kind)}>
          {t(`refundReconciliation.kind.${kind}`)}
        </Badge>
        <Link
          to={`/orders/${order_id}`}
          className="text-ui-fg-interactive txt-compact-small"
          aria-label={t("refundReconciliation.entries.order", { order })}
        >
          {order}
        </Link>
      </div>
      <Text
        size="small"
        weight={isDrift ? "plus" : "regular"}
        className="break-words"
      >
        {entry.message}
      </Text>
    </li>
  )
}
