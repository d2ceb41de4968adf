import { subtract, sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { unitsValue } from "../plan/line-value"
import type {
  MedusaGoodsChange,
  MedusaOrder,
  MedusaOrderItem,
} from "./medusa-order"
import type { OrderRefundRecord } from "./refund-records"
import { unitsOf } from "./units-of"

/**
 * What units that our refunds took off the order got less than they cost: what
 * had been given back for their line before is settled by that, also where the
 * refund was withdrawn later.
 */
export const keptBack = (
  order: MedusaOrder,
  refunds: OrderRefundRecord[],
  item: MedusaOrderItem
): Decimal => sum(...refunds.map((refund) => keptBy(order, refund, item)))

function keptBy(
  { goods }: MedusaOrder,
  { id, lines }: OrderRefundRecord,
  item: MedusaOrderItem
): Decimal {
  const changes = goods.filter(
    ({ kind, order_refund_id, items }) =>
      kind === "removed" &&
      order_refund_id === id &&
      unitsOf(items, item.id) > 0
  )
  const granted = lines
    .filter(
      ({ item_id, restock }) => item_id === item.id && restock === "cancel"
    )
    .map(({ amount }) => amount)
  return changes.length
    ? subtract(
        sum(...changes.map((change) => valueOf(change, item))),
        sum(...granted)
      )
    : "0"
}

/** The value that was noted is of all lines that the change took units of. */
const valueOf = (
  { items, value }: MedusaGoodsChange,
  item: MedusaOrderItem
): Decimal =>
  value !== null && items.every(({ item_id }) => item_id === item.id)
    ? value
    : unitsValue(item, unitsOf(items, item.id))
