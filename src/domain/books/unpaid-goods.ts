import { maximum, subtract, sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import type { MedusaOrder } from "./medusa-order"
import { transactionTotals } from "./totals"

type Books = Pick<
  MedusaOrder,
  "pending_difference" | "credit_lines" | "transactions"
>

/**
 * Order total before credit lines, less what was paid; never below zero. After an
 * edit this is the part of the new total that nobody has paid. It hides that much
 * of what the order owes for a refund that failed.
 */
export const unpaidGoods = (order: Books): Decimal =>
  maximum("0", goodsLessPaid(order))

/** What the goods on the order cost, less what was ever paid for the order. */
export function goodsLessPaid(order: Books): Decimal {
  const { paid_total, transaction_total } = transactionTotals(order)
  const value = sum(
    order.pending_difference,
    transaction_total,
    ...order.credit_lines.map(({ amount }) => amount)
  )
  return subtract(value, paid_total)
}
