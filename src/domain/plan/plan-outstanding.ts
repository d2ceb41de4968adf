import type { Currency } from "../money/currency"
import { decimal } from "../money/exact-decimal"
import { type Payable, roundToPayable } from "../money/money"
import type { OrderSnapshot, RefundRequest } from "./plan-types"
import { type CountedLine, untaxedLine } from "./planned-line"

/** What the order owes after an edit, return or claim: one untaxed line. */
export function planOutstanding(
  order: OrderSnapshot,
  request: RefundRequest,
  currency: Currency
): CountedLine[] {
  // Medusa computes it from totals with more digits than money has.
  const owed = roundToPayable(decimal(order.owed), currency)
  if (!request.outstanding || owed <= 0n) {
    return []
  }
  const title = "Outstanding amount"
  return [untaxedLine("outstanding", title, owed, owed)]
}

/** What the customer has to pay: anything that nobody can pay is nothing. */
export const dueOf = (order: OrderSnapshot, currency: Currency): Payable =>
  roundToPayable(decimal(order.due ?? "0"), currency)
