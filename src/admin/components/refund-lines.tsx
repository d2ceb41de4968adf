import { useTranslation } from "react-i18next"
import type { OrderRefundDTO, OrderRefundLineDTO } from "../../types"
import type { Translate } from "../lib/error-text"
import { formatMoney } from "../lib/format-money"

/** What a refund was for. */
export function RefundLines({
  lines,
  currency_code,
}: Pick<OrderRefundDTO, "lines" | "currency_code">) {
  const { t } = useTranslation()
  return (
    <ul className="text-ui-fg-subtle txt-compact-small">
      {lines.map((line) => (
        <li key={line.id} className="flex justify-between gap-x-4">
          <span className="truncate">{lineText(line, t)}</span>
          <span className="tabular-nums">
            {formatMoney(line.amount, currency_code)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function lineText(
  { kind, quantity, title }: OrderRefundLineDTO,
  t: Translate
): string {
  if (kind === "unallocated") {
    return t("refunds.unallocated")
  }
  return kind === "item" && quantity > 0
    ? t("refunds.units", { count: String(quantity), title })
    : title
}
