import type { Decimal } from "../money/exact-decimal"
import type { MatchedUnits } from "./match-goods"
import type { MedusaOrderItem } from "./medusa-order"

/** What the goods of one order refund mean for the order's books. */
export type RefundGoods = {
  /** Whether it took goods off the order, or opened a return. */
  moved: boolean
  /** What the order's total fell by that. */
  value: Decimal
  /** Part of this refund that a later return or edit made the order owe again. */
  settled: Decimal
}

/** What happened to the goods of an order, and whose money it concerns. */
export type OrderGoods = {
  of(orderRefundId: string): RefundGoods
  /** Units that were refunded first and moved later, by nobody of ours. */
  matched: MatchedUnits[]
  /** Whether the units of this line left the order by its own refund. */
  isCancelled(orderRefundId: string, itemId: string): boolean
  /** Units of an item in returns that our refunds did not open, unmatched. */
  returnedOf(item: MedusaOrderItem): number
  /** Part of the amounts refunded inside a line that its units made the order owe again. */
  coveredOf(itemId: string): Decimal
  /** Amount withheld from cancelled units, because their line had been refunded before. */
  keptBackOf(item: MedusaOrderItem): Decimal
}
