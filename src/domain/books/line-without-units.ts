import { currencyOf } from "../money/currency"
import { type Decimal, decimal, roundDivide } from "../money/exact-decimal"
import { formatPayable, roundToPayable } from "../money/money"
import type { RefundedLine } from "../plan/plan-types"
import type { MatchedUnits } from "./match-goods"

/**
 * A refunded line without units that an edit took off the order later: they are
 * gone from the order, and from the history of what is left of it.
 *
 * @returns null when nothing of it is left
 */
export function lineWithoutUnits(
  line: RefundedLine,
  gone: readonly Pick<MatchedUnits, "quantity" | "amount">[],
  currencyCode: string
): RefundedLine | null {
  const taken = gone.reduce((sum, { quantity }) => sum + quantity, 0)
  if (!taken) {
    return line
  }
  if (taken >= line.quantity) {
    return null
  }
  const currency = currencyOf(currencyCode)
  const minor = (amount: Decimal) => roundToPayable(decimal(amount), currency)
  const left = (amount: bigint) =>
    amount - roundDivide(amount * BigInt(taken), BigInt(line.quantity))
  const amount = gone.reduce(
    (rest, each) => rest - minor(each.amount),
    minor(line.amount)
  )
  return {
    ...line,
    quantity: line.quantity - taken,
    amount: formatPayable(amount, currency),
    tax_lines: line.tax_lines.map(({ code, amount: tax }) => ({
      code,
      amount: formatPayable(left(minor(tax)), currency),
    })),
  }
}
