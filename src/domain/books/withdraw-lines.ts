import { type Currency, currencyOf } from "../money/currency"
import { type Decimal, decimal, roundDivide } from "../money/exact-decimal"
import { formatPayable, type Payable, roundToPayable } from "../money/money"
import type { PlannedLine } from "../plan/plan-types"

type Amounts = Pick<
  PlannedLine,
  "unit_amount" | "subtotal" | "discount_total" | "tax_total" | "amount"
>

/** What a granted line must have to be taken back in part. */
export type GrantedLine = Amounts & {
  quantity: number
  tax_lines: PlannedLine["tax_lines"]
}

/**
 * Takes an amount back from granted lines, the last line first. A line that is
 * left in part uses no quantity any more, as an amount inside a line does.
 *
 * @throws RangeError when the lines grant less than the amount
 */
export function withdrawFromLines<Line extends GrantedLine>(
  lines: readonly Line[],
  amount: Decimal,
  currencyCode: string
): Line[] {
  const currency = currencyOf(currencyCode)
  const payable = (value: Decimal) => roundToPayable(decimal(value), currency)
  let missing = payable(amount)
  const kept = [...lines].reverse().flatMap((line) => {
    const granted = payable(line.amount)
    if (missing <= 0n || granted <= 0n) {
      return [line]
    }
    const left = granted > missing ? granted - missing : 0n
    missing -= granted - left
    return left > 0n ? [partOf(line, left, granted, currency)] : []
  })
  if (missing > 0n) {
    throw new RangeError(`the lines grant less than ${amount} ${currency.code}`)
  }
  return kept.reverse()
}

/** A line with `left` of its `granted` amount; every tax keeps its share. */
function partOf<Line extends GrantedLine>(
  line: Line,
  left: Payable,
  granted: Payable,
  currency: Currency
): Line {
  const share = (value: Decimal) =>
    roundDivide(roundToPayable(decimal(value), currency) * left, granted)
  const format = (value: Payable) => formatPayable(value, currency)
  const taxes = line.tax_lines.map(({ amount }) => share(amount))
  const tax = taxes.reduce((sum, each) => sum + each, 0n)
  return {
    ...line,
    quantity: 0,
    unit_amount: format(left),
    subtotal: format(left - tax),
    discount_total: format(share(line.discount_total)),
    tax_total: format(tax),
    tax_lines: line.tax_lines.map((taxLine, index) => ({
      ...taxLine,
      amount: format(taxes[index] ?? 0n),
    })),
    amount: format(left),
  }
}
