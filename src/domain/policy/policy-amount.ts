import { currencyOf } from "../money/currency"
import { lessThan } from "../money/decimal-math"
import { type Decimal, decimal } from "../money/exact-decimal"
import { formatPayable, roundToPayable } from "../money/money"
import type { PolicyAmount } from "./policy-types"

/** What a policy says for a currency; null where it says nothing. */
const amountIn = (
  amount: PolicyAmount | null,
  currencyCode: string
): Decimal | null =>
  amount === null || typeof amount === "string"
    ? amount
    : (amount[currencyCode.toLowerCase()] ?? null)

/**
 * A fee of a policy in a currency, rounded half up to what the currency can pay; zero
 * where the policy names other currencies only.
 *
 * @example
 * feeIn("4.95", "jpy") // "5"
 */
export function feeIn(amount: PolicyAmount, currencyCode: string): Decimal {
  const currency = currencyOf(currencyCode)
  const fee = decimal(amountIn(amount, currencyCode) ?? "0")
  return formatPayable(roundToPayable(fee, currency), currency)
}

/** Whether an amount is below a limit of a policy: never where there is no limit. */
export const isBelow = (
  amount: Decimal,
  limit: PolicyAmount | null,
  currencyCode: string
): boolean => {
  const most = amountIn(limit, currencyCode)
  return most !== null && lessThan(amount, most)
}
