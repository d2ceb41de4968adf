import { currencyOf } from "../money/currency"
import {
  absolute,
  lessThan,
  multiply,
  subtract,
  sum,
} from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { formatPayable, payableAsTaken, smallestAmount } from "../money/money"
import type { RefundedLine } from "../plan/plan-types"
import { RELEASE_REFERENCE } from "./entries"
import type { OrderGoods } from "./goods-types"
import { lineWithoutUnits } from "./line-without-units"
import type { MedusaOrder } from "./medusa-order"
import type { OrderRefundRecord } from "./refund-records"

/** What came back of units that are still on the order, and of others. */
export function refundHistory(
  order: MedusaOrder,
  open: OrderRefundRecord[],
  goods: OrderGoods
) {
  const known = new Set(
    [...order.items, ...order.shipping_methods].map(({ id }) => id)
  )
  const refunded_lines: RefundedLine[] = []
  const removed: Decimal[] = []
  for (const refund of open) {
    for (const line of refund.lines) {
      const line_id = line.item_id ?? line.shipping_method_id
      if (
        !line_id ||
        (line.kind !== "item" && line.kind !== "shipping") ||
        isTakenOff(refund, line, goods)
      ) {
        continue
      }
      const left = known.has(line_id)
        ? lineWithoutUnits(
            {
              kind: line.kind,
              line_id,
              quantity: line.quantity,
              amount: line.amount,
              tax_lines: line.tax_lines,
            },
            goods.matched.filter(
              (each) => each.line_id === line.id && each.kind === "removed"
            ),
            order.currency_code
          )
        : null
      removed.push(subtract(line.amount, left?.amount ?? "0"))
      if (left) {
        refunded_lines.push(left)
      }
    }
  }
  const others = sum(...removed)
  const own = open.map((refund) => takenOff(refund, order, goods))
  // What released lines cost more than was released is in no capture.
  const released = order.credit_lines
    .filter(({ reference }) => reference === RELEASE_REFERENCE)
    .map(({ amount }) => amount)
  return {
    refunded_lines,
    removed_amount: sum(others, ...own.map(({ amount }) => amount)),
    removed_value: subtract(
      sum(others, ...own.map(({ value }) => value)),
      sum(...released)
    ),
  }
}

const isTakenOff = (
  { id }: OrderRefundRecord,
  { restock, item_id }: OrderRefundRecord["lines"][number],
  goods: OrderGoods
): boolean =>
  restock === "cancel" && item_id !== null && goods.isCancelled(id, item_id)

/**
 * What a refund's units that left the order cost exactly, and what that is in
 * money: what was refunded for them, unless that was less on purpose. What was
 * kept back then is not paid out by the units that stay.
 */
function takenOff(
  refund: OrderRefundRecord,
  order: MedusaOrder,
  goods: OrderGoods
): { amount: Decimal; value: Decimal } {
  const lines = refund.lines.filter((line) => isTakenOff(refund, line, goods))
  const amount = sum(...lines.map((line) => line.amount))
  const value = sum(
    ...order.goods
      .filter(
        ({ kind, order_refund_id }) =>
          kind === "removed" && order_refund_id === refund.id
      )
      .map((change) => change.value ?? "0")
  )
  const currency = currencyOf(order.currency_code)
  const cents = multiply(
    smallestAmount(order.currency_code),
    String(lines.length)
  )
  return lessThan(absolute(subtract(amount, value)), cents)
    ? { amount, value }
    : {
        amount: formatPayable(payableAsTaken(value, currency), currency),
        value,
      }
}
