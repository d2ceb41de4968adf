import { useTranslation } from "react-i18next"
import { formatMoney } from "../../lib/format-money"

type Props = { amount?: string; currency: string }

/** What the plan releases of one line. */
export function ReleasedAmount({ amount, currency }: Props) {
  const { t } = useTranslation()
  return amount === undefined ? null : (
    <span className="text-ui-fg-base">
      {t("refundRelease.line.planned", {
        amount: formatMoney(amount, currency),
      })}
    </span>
  )
}
