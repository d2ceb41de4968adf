import { currencyOf } from "../money/currency"
import { maximum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { formatPayable, payableAsTaken } from "../money/money"
import type { OrderSnapshot } from "../plan/plan-types"

/** What the customer owes, in an amount that the currency can pay. */
export function dueAmount(due: Decimal, currencyCode: string): Decimal {
  const currency = currencyOf(currencyCode)
  return formatPayable(payableAsTaken(maximum("0", due), currency), currency)
}

/** The same of an order, as the planner sees it. */
export const amountDue = ({
  snapshot: { due = "0", currency_code },
}: {
  snapshot: Pick<OrderSnapshot, "due" | "currency_code">
}): Decimal => dueAmount(due, currency_code)
