import { useTranslation } from "react-i18next"
import type { OrderReleaseDTO } from "../../../types"
import { formatMoney } from "../../lib/format-money"

/** What happened to each payment of a release of which something was refused. */
export function ReleasePayments({ release }: { release: OrderReleaseDTO }) {
  const { t } = useTranslation()
  const money = (amount: string) => formatMoney(amount, release.currency_code)
  return (
    <ul className="text-ui-fg-subtle txt-compact-xsmall flex flex-col gap-y-1">
      {release.payments.map((payment) =>
        payment.status === "succeeded" ? (
          <li key={payment.id}>
            {t("refundRelease.done.capture_less", {
              released: money(payment.released),
              captured: money(payment.capture_amount),
            })}
          </li>
        ) : payment.failure_reason ? (
          <li key={payment.id} className="text-ui-tag-red-text">
            {t("refunds.next.provider", { reason: payment.failure_reason })}
          </li>
        ) : null
      )}
    </ul>
  )
}
