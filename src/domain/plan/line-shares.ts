import type { Currency } from "../money/currency"
import {
  add,
  decimal,
  type ExactDecimal,
  floorDivide,
  unitsAt,
} from "../money/exact-decimal"
import { type Payable, payableAsTaken, roundToPayable } from "../money/money"
import { lineValue } from "./line-value"
import { isForeign } from "./payment-split"
import type { OrderSnapshot } from "./plan-types"

/** What the customer paid for each line, in the order's order. */
export type LineShares = { items: Payable[]; shipping: Payable[] }

/**
 * Distributes what was paid over the lines (largest remainder), so that the
 * shares of all lines add up to exactly what was captured.
 *
 * The exact value of a line has more digits than money has. Every line gets its
 * floor; the units still missing to the target go to the largest fractions,
 * ties to the earlier line, items before shipping.
 */
export function lineShares(
  order: OrderSnapshot,
  currency: Currency
): LineShares {
  const values = [...order.items, ...order.shipping_methods].map(lineValue)
  const scale = Math.max(0, ...values.map((value) => value.scale))
  const unit = 10n ** BigInt(scale) * currency.step
  const scaled = values.map(
    (value) => unitsAt(value, scale) * 10n ** BigInt(currency.exponent)
  )
  const shares = scaled.map((value) => floorDivide(value, unit))
  const total = shares.reduce((sum, share) => sum + share, 0n)
  const missing = Number(target(order, add(...values), currency) - total)
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
  return {
    items: shares.slice(0, order.items.length),
    shipping: shares.slice(order.items.length),
  }
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
  const unit = 10n ** BigInt(asBought.scale) * currency.step
  const difference =
    captured * unit - asBought.units * 10n ** BigInt(currency.exponent)
  return difference < unit && difference > -unit
    ? captured - roundToPayable(decimal(removed), currency)
    : roundToPayable(exact, currency)
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
