import { currencyOf } from "./currency"
import type { Decimal } from "./exact-decimal"
import { payableAsTaken } from "./money"

/** What a provider takes or gives back, in minor units, for an amount of Medusa's books. */
export function toMinor(amount: Decimal, currencyCode: string): bigint {
  const currency = currencyOf(currencyCode)
  return payableAsTaken(amount, currency) * currency.step
}
