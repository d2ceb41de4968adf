import type { Decimal, OrderSnapshot } from "../../../domain"
import { dueAmount } from "../../../ledger"

/** What the customer owes, in an amount that the currency can pay. */
export const amountDue = ({
  snapshot: { due = "0", currency_code },
}: {
  snapshot: Pick<OrderSnapshot, "due" | "currency_code">
}): Decimal => dueAmount(due, currency_code)
