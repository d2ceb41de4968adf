import type { Currency } from "../money/currency"
import {
  add,
  decimal,
  type ExactDecimal,
  floorDivide,
  powerOfTen,
  unitsAt,
} from "../money/exact-decimal"
import { type Payable, payableAsTaken, roundToPayable } from "../money/money"
import { isForeign } from "./payment-split"
import type { OrderSnapshot } from "./plan-types"

/**
 * What the customer paid for each line: distributes what was paid over what the
 * lines cost (largest remainder), so that the shares of all lines add up to exactly
 * what was captured.
 *
 * The exact value of a line has more digits than money has. Every line gets its
 * floor; the units still missing to the target go to the largest fractions,
 * ties to the earlier line, items before shipping.
 *
 * @param values what each line costs: items first, then shipping
 */
export function lineShares(
  order: OrderSnapshot,
  values: ExactDecimal[],
  currency: Currency
): Payable[] {
  const exact = add(...values)
  const unit = powerOfTen(exact.scale) * currency.step
  const minor = powerOfTen(currency.exponent)
  const scaled = values.map((value) => unitsAt(value, exact.scale) * minor)
  const shares = scaled.map((value) => floorDivide(value, unit))
  const total = shares.reduce((sum, share) => sum + share, 0n)
  const missing = Number(target(order, exact, currency) - total)
  scaled
    .map((value, index) => ({
      index,
      remainder: value - (shares[index] ?? 0n) * unit,
    }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
    .slice(0, Math.max(0, missing))
    .forEach(({ index }) => {
      shares[index] = (shares[index] ?? 0n) + 1n
    })
  return shares
}

/**
 * The captured total where it is less than one payable unit from the exact
 * total, else (something else paid, or too little was captured) the exact
 * total rounded half up.
 *
 * Units that were taken off the order cost more digits than was refunded for
 * them. Whether the rest was paid is seen by what they cost; how much of it is
 * left, by what was refunded. Else a few removals would lose a cent.
 */
function target(
  order: OrderSnapshot,
  exact: ExactDecimal,
  currency: Currency
): Payable {
  const captured = order.payments
    .filter((payment) => !isForeign(order, payment))
    .reduce(
      (sum, payment) => sum + payableAsTaken(payment.captured, currency),
      0n
    )
  const removed = order.removed_amount ?? "0"
  const asBought = add(exact, decimal(order.removed_value ?? removed))
  const unit = powerOfTen(asBought.scale) * currency.step
  const difference =
    captured * unit - asBought.units * powerOfTen(currency.exponent)
  return difference < unit && difference > -unit
    ? captured - roundToPayable(decimal(removed), currency)
    : roundToPayable(exact, currency)
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
