import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminRefundReconciliationResponse } from "../../types"
import { formatMoney } from "../lib/format-money"
import { numberText, whenText } from "../lib/reconciliation-text"
import { ReconciliationEmpty } from "./reconciliation-states"

type Run = AdminRefundReconciliationResponse["refund_reconciliation"]

/** Refunds at Stripe that belong to no order: nobody here has to act on them. */
export function ReconciliationUnmatched({ run }: { run: Run }) {
  const { t, i18n } = useTranslation()
  if (run.unmatched === 0) {
    return null
  }
  const shown = run.unmatched_refunds
  return (
    <section className="border-t pt-4">
      <Heading level="h3" className="px-6">
        {t("refundReconciliation.unmatched.title", {
          number: numberText(run.unmatched, i18n.language),
        })}
      </Heading>
      <Text size="small" className="text-ui-fg-subtle px-6 pb-2">
        {t("refundReconciliation.unmatched.hint")}
      </Text>
      <ul
        className="divide-y"
        aria-label={t("refundReconciliation.unmatched.label")}
      >
        {shown.map((refund) => (
          <li
            key={refund.id}
            className="txt-small flex flex-wrap justify-between gap-x-4 px-6 py-3"
          >
            <span className="break-all">{refund.id}</span>
            <span className="tabular-nums">
              {formatMoney(refund.amount, refund.currency_code)}
            </span>
            <span className="text-ui-fg-subtle">
              {whenText(refund.created_at, i18n.language)}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < run.unmatched && (
        <ReconciliationEmpty
          text={t("refundReconciliation.unmatched.newest", {
            number: numberText(shown.length, i18n.language),
          })}
        />
      )}
    </section>
  )
}
