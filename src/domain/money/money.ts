import { type Refusal, refuse } from "../errors"
import { type Currency, currencyOf } from "./currency"
import {
  type Decimal,
  decimal,
  type ExactDecimal,
  floorDivide,
  parseDecimal,
  partOf,
  powerOfTen,
  roundDivide,
} from "./exact-decimal"

/**
 * An amount counted in the smallest amount that its currency can pay: one
 * cent, ten fils, one whole krona. The planner counts in nothing else.
 */
export type Payable = bigint

/** The size of one payable unit, as a fraction of the decimal's units. */
function asFraction(value: ExactDecimal, currency: Currency) {
  return {
    numerator: value.units * powerOfTen(currency.exponent),
    denominator: powerOfTen(value.scale) * currency.step,
  }
}

/** A decimal rounded to the nearest payable amount, halves up. */
export function roundToPayable(
  value: ExactDecimal,
  currency: Currency
): Payable {
  const { numerator, denominator } = asFraction(value, currency)
  return roundDivide(numerator, denominator)
}

/**
 * What a provider took, or gave back, for an amount in Medusa's books, which
 * are not rounded. Medusa's Stripe provider rounds to the minor unit, and up
 * to the next ten in currencies with three decimals.
 * Source: @medusajs/payment-stripe/dist/utils/get-smallest-unit.js
 */
export function payableAsTaken(amount: Decimal, currency: Currency): Payable {
  const value = decimal(amount)
  if (currency.exponent !== 3) {
    return roundToPayable(value, currency)
  }
  const minor = roundDivide(value.units * 1000n, powerOfTen(value.scale))
  return -floorDivide(-minor, currency.step)
}

/**
 * An amount as decimal text, with the decimals that the currency is written with.
 *
 * @example
 * formatPayable(123n, currencyOf("kwd")) // "1.230"
 */
export function formatPayable(amount: Payable, currency: Currency): Decimal {
  const minor = amount * currency.step
  const sign = minor < 0n ? "-" : ""
  const digits = (minor < 0n ? -minor : minor)
    .toString()
    .padStart(currency.exponent + 1, "0")
  const point = digits.length - currency.exponent
  const whole = digits.slice(0, point)
  const fraction = digits.slice(point, point + currency.digits)
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`
}

/**
 * The digits of the largest amount that Stripe takes, in minor units.
 * Source: docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
const MAX_DIGITS = 12

/** Whether an amount in major units is more than any payment can be. */
export const isTooLarge = (value: ExactDecimal, currency: Currency): boolean =>
  value.units * powerOfTen(currency.exponent) >=
  powerOfTen(MAX_DIGITS + value.scale)

/**
 * Reads an amount that somebody asks for: above zero, no more than a payment can
 * be, and one that the currency can pay. Nothing is rounded.
 */
export function readRequestedAmount(
  input: unknown,
  currency: Currency,
  field: string
): { ok: true; amount: Payable } | Refusal {
  const value = parseDecimal(input)
  if (!value || value.units <= 0n) {
    return refuse(
      "invalid_amount",
      `${field} must be an amount above zero, not ${describe(input)}.`,
      { field }
    )
  }
  if (isTooLarge(value, currency)) {
    return refuse(
      "invalid_amount",
      `${field}: ${describe(input)} ${currency.code.toUpperCase()} is more than any payment.`,
      { field }
    )
  }
  const { numerator, denominator } = asFraction(value, currency)
  if (numerator % denominator !== 0n) {
    return refuse(
      "amount_not_representable",
      `${describe(input)} cannot be paid in ${currency.code.toUpperCase()}: the smallest amount is ${formatPayable(1n, currency)}.`,
      { field }
    )
  }
  return { ok: true, amount: numerator / denominator }
}

const describe = (input: unknown): string =>
  typeof input === "string" || typeof input === "number"
    ? `"${String(input).slice(0, 40)}"`
    : typeof input

/**
 * Stripe's minor units of an exact, payable amount in major units.
 *
 * @throws RangeError when the currency cannot pay it
 * @example
 * toMinorUnits("12.34", "usd") // 1234n
 */
export function toMinorUnits(amount: Decimal, currencyCode: string): bigint {
  const currency = currencyOf(currencyCode)
  const { numerator, denominator } = asFraction(decimal(amount), currency)
  if (numerator % denominator !== 0n) {
    throw new RangeError(`${amount} ${currency.code} cannot be paid exactly`)
  }
  return (numerator / denominator) * currency.step
}

/**
 * An amount in Stripe's minor units as decimal text in major units.
 *
 * @example
 * fromMinorUnits(1234n, "usd") // "12.34"
 */
export function fromMinorUnits(minor: bigint, currencyCode: string): Decimal {
  const { exponent, ...currency } = currencyOf(currencyCode)
  const whole = { ...currency, exponent, step: 1n, digits: exponent }
  return minor % currency.step === 0n
    ? formatPayable(minor / currency.step, { ...currency, exponent })
    : formatPayable(minor, whole)
}

/**
 * An exact amount with the decimals that its currency is written with, or with
 * all of its own where it has more.
 *
 * @example
 * formatAmount("25", "eur") // "25.00"
 */
export function formatAmount(amount: Decimal, currencyCode: string): Decimal {
  const currency = currencyOf(currencyCode)
  const value = decimal(amount)
  const payable = roundToPayable(value, currency)
  const { numerator, denominator } = asFraction(value, currency)
  return payable * denominator === numerator
    ? formatPayable(payable, currency)
    : amount
}

/**
 * The smallest amount that a currency can pay, in major units: nobody can be
 * asked for less.
 *
 * @example
 * smallestAmount("eur") // "0.01"
 */
export const smallestAmount = (currencyCode: string): Decimal =>
  formatPayable(1n, currencyOf(currencyCode))

/**
 * A part of an amount, rounded half up to what the currency can pay: a restocking
 * fee, a share.
 *
 * @example
 * payablePart("19.99", 9, 10, "eur") // "17.99"
 */
export const payablePart = (
  amount: Decimal,
  part: number,
  whole: number,
  currencyCode: string
): Decimal => {
  const currency = currencyOf(currencyCode)
  return formatPayable(
    roundToPayable(partOf(decimal(amount), part, whole), currency),
    currency
  )
}
