import { MathBN } from "@medusajs/framework/utils"
import type { Decimal } from "../../../domain"
import type { MedusaOrder } from "../../../ledger"
import { transactionTotals } from "../../../ledger/books/correct-books"

/**
 * What the customer has not paid of the goods on the order, whatever was
 * refunded: after an order edit for example. It hides that much of what the order
 * owes for a refund that failed.
 */
export function unpaidGoods(
  order: Pick<
    MedusaOrder,
    "pending_difference" | "credit_lines" | "transactions"
  >
): Decimal {
  const { paid_total, transaction_total } = transactionTotals(order)
  const value = MathBN.sum(
    order.pending_difference,
    transaction_total,
    ...order.credit_lines.map(({ amount }) => amount)
  )
  return MathBN.max(0, MathBN.sub(value, paid_total)).toFixed()
}
