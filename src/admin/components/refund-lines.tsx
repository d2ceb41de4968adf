import { useTranslation } from "react-i18next"
import type {
  MovedUnits,
  OrderRefundDTO,
  OrderRefundLineDTO,
} from "../../types"
import type { Translate } from "../lib/error-text"
import { formatMoney } from "../lib/format-money"
import { goodsOf } from "../lib/goods-text"

type Props = { refund: OrderRefundDTO; moved: MovedUnits[] }

/** What a refund was for, and what happened to the goods, then and later. */
export function RefundLines({ refund, moved }: Props) {
  const { t } = useTranslation()
  return (
    <ul className="text-ui-fg-subtle txt-compact-small">
      {refund.lines.map((line) => {
        const goods = goodsOf(refund, line)
        return (
          <li key={line.id}>
            <div className="flex justify-between gap-x-4">
              <span className="truncate">{lineText(line, t)}</span>
              <span className="tabular-nums">
                {formatMoney(line.amount, refund.currency_code)}
              </span>
            </div>
            {goods && (
              <div className="text-ui-fg-muted txt-compact-xsmall">
                {t(`refunds.goods.did.${goods}`)}
              </div>
            )}
            {moved
              .filter(({ item_id }) => item_id === line.item_id)
              .map(({ kind, quantity }) => (
                <div key={kind} className="text-ui-fg-muted txt-compact-xsmall">
                  {t(`refunds.goods.later.${kind}`, {
                    units: String(quantity),
                  })}
                </div>
              ))}
          </li>
        )
      })}
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
