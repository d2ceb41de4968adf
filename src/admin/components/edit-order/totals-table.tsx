import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderEditPreview, OrderEditTotals } from "../../../types"
import { formatMoney, isAboveZero } from "../../lib/format-money"

type Props = { plan: OrderEditPreview; isCurrent: boolean }

const ROWS: (keyof OrderEditTotals)[] = [
  "item_total",
  "shipping_total",
  "discount_total",
  "tax_total",
  "total",
]

/** The order's totals before the edit and after it. */
export function TotalsTable({ plan, isCurrent }: Props) {
  const { t } = useTranslation()
  const money = (amount: string) => formatMoney(amount, plan.currency_code)
  const rows = ROWS.filter(
    (row) =>
      row !== "discount_total" ||
      isAboveZero(plan.before[row]) ||
      isAboveZero(plan.after[row])
  )
  return (
    <table
      className={clx("txt-compact-small w-full", { "opacity-50": !isCurrent })}
      aria-busy={!isCurrent}
    >
      <caption className="sr-only">{t("refundOrderEdit.totals.title")}</caption>
      <thead>
        <tr className="text-ui-fg-subtle">
          <td />
          <th scope="col" className="py-1 text-right font-normal">
            {t("refundOrderEdit.totals.before")}
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            {t("refundOrderEdit.totals.after")}
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {rows.map((row) => (
          <tr
            key={row}
            className={
              row === "total" ? "txt-compact-small-plus" : "text-ui-fg-subtle"
            }
          >
            <th scope="row" className="py-1 text-left font-normal">
              {t(`refundOrderEdit.totals.${row}`)}
            </th>
            <td className="py-1 text-right">{money(plan.before[row])}</td>
            <td className="py-1 text-right">{money(plan.after[row])}</td>
          </tr>
        ))}
        <tr className="text-ui-fg-subtle">
          <th scope="row" className="py-1 text-left font-normal">
            {t("refundOrderEdit.difference")}
          </th>
          <td />
          <td className="py-1 text-right">{money(plan.difference)}</td>
        </tr>
      </tbody>
    </table>
  )
}
