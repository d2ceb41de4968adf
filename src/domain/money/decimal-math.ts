import {
  add,
  type Decimal,
  decimal,
  decimalText,
  multiply as product,
  negate as opposite,
  partOf,
} from "./exact-decimal"

/*
 * Arithmetic on amounts as they stand in books: decimal text in major units, with
 * as many digits as Medusa kept. Nothing is rounded, and every result is written
 * in one way ("12.5", never "12.50").
 */

/** @example sum("0.1", "0.2") // "0.3" */
export const sum = (...amounts: Decimal[]): Decimal =>
  decimalText(add(...amounts.map(decimal)))

/** @example subtract("1", "0.1", "0.2") // "0.7" */
export const subtract = (from: Decimal, ...amounts: Decimal[]): Decimal =>
  decimalText(
    add(decimal(from), ...amounts.map((amount) => opposite(decimal(amount))))
  )

/** @example multiply("0.01", "3") // "0.03" */
export const multiply = (a: Decimal, b: Decimal): Decimal =>
  decimalText(product(decimal(a), decimal(b)))

/**
 * A part of an amount, to twenty digits where it does not divide.
 *
 * @example
 * proportion("10", 1, 3) // "3.33333333333333333333"
 */
export const proportion = (
  amount: Decimal,
  part: number,
  whole: number
): Decimal => decimalText(partOf(decimal(amount), part, whole))

export const negate = (amount: Decimal): Decimal =>
  decimalText(opposite(decimal(amount)))

export const absolute = (amount: Decimal): Decimal =>
  lessThan(amount, "0") ? negate(amount) : decimalText(decimal(amount))

export const minimum = (first: Decimal, ...others: Decimal[]): Decimal =>
  others.reduce((least, each) => (lessThan(each, least) ? each : least), first)

export const maximum = (first: Decimal, ...others: Decimal[]): Decimal =>
  others.reduce((most, each) => (lessThan(most, each) ? each : most), first)

export const equal = (a: Decimal, b: Decimal): boolean =>
  difference(a, b) === 0n

export const lessThan = (a: Decimal, b: Decimal): boolean =>
  difference(a, b) < 0n

export const lessThanOrEqual = (a: Decimal, b: Decimal): boolean =>
  difference(a, b) <= 0n

export const greaterThan = (a: Decimal, b: Decimal): boolean =>
  difference(a, b) > 0n

export const greaterThanOrEqual = (a: Decimal, b: Decimal): boolean =>
  difference(a, b) >= 0n

export const isZero = (amount: Decimal): boolean => decimal(amount).units === 0n

/** The sign is right; the size is counted in the smaller unit of the two. */
const difference = (a: Decimal, b: Decimal): bigint =>
  add(decimal(a), opposite(decimal(b))).units
