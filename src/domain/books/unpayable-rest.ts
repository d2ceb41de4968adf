import { absolute, lessThan } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { smallestAmount } from "../money/money"
import { isNoise } from "../money/noise"
import type { MedusaOrder } from "./medusa-order"

/**
 * The amount, or zero where it is less than anybody can pay: amounts below the
 * smallest payable unit go to the rounding credit line instead.
 */
export function payableOrNothing(
  amount: Decimal,
  { currency_code }: Pick<MedusaOrder, "currency_code">
): Decimal {
  const smallest = smallestAmount(currency_code)
  return lessThan(absolute(amount), smallest) ? "0" : amount
}

/** What the order has open, if nobody can pay so little; below zero it owes it. */
export const unpayableRest = (
  order: Pick<MedusaOrder, "pending_difference" | "currency_code">
): Decimal => unpayable(order.pending_difference, order)

/** The amount if nobody can pay so little, and zero if somebody can. */
export function unpayable(
  amount: Decimal,
  { currency_code }: Pick<MedusaOrder, "currency_code">
): Decimal {
  return lessThan(absolute(amount), smallestAmount(currency_code)) &&
    !isNoise(amount)
    ? amount
    : "0"
}
