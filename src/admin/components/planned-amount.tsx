import { useTranslation } from "react-i18next"
import { formatMoney } from "../lib/format-money"

type Props = { amount?: string; currency: string }

/** What the preview gives back for one line, after what is left of it. */
export function PlannedAmount({ amount, currency }: Props) {
  const { t } = useTranslation()
  return amount === undefined ? null : (
    <span className="text-ui-fg-base">
      {" · "}
      {t("refunds.drawer.planned", { amount: formatMoney(amount, currency) })}
    </span>
  )
}
