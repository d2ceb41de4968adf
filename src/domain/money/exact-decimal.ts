/** An exact amount in major units, as decimal text: `"19.99"`. */
export type Decimal = string

/** An exact decimal number: `units / 10 ** scale`. */
export type ExactDecimal = { units: bigint; scale: number }

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i

/**
 * Reads decimal text, or a number by its shortest decimal text (`1e-7` too).
 *
 * @returns null for what is not a finite decimal number
 */
export function parseDecimal(value: unknown): ExactDecimal | null {
  if (typeof value !== "string" && typeof value !== "number") {
    return null
  }
  const match = DECIMAL.exec(String(value).trim())
  if (!match) {
    return null
  }
  const [, sign, whole = "", fraction = "", exponent = "0"] = match
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n)
  const scale = fraction.length - Number(exponent)
  return scale >= 0
    ? { units: digits, scale }
    : { units: digits * powerOfTen(-scale), scale: 0 }
}

/**
 * Reads an amount of the store's own books.
 *
 * @throws RangeError when it is not a decimal: the books are not readable
 */
export function decimal(value: string): ExactDecimal {
  const parsed = parseDecimal(value)
  if (!parsed) {
    throw new RangeError(`"${value}" is not a decimal amount`)
  }
  return parsed
}

const SMALL_POWERS = Array.from({ length: 32 }, (_, n) => 10n ** BigInt(n))

/** `10 ** exponent`; the powers of everyday amounts are not computed again. */
export const powerOfTen = (exponent: number): bigint =>
  SMALL_POWERS[exponent] ?? 10n ** BigInt(exponent)

/** The units of a decimal at a scale that is at least its own. */
export const unitsAt = ({ units, scale }: ExactDecimal, at: number): bigint =>
  at === scale ? units : units * powerOfTen(at - scale)

export function add(...values: ExactDecimal[]): ExactDecimal {
  let scale = 0
  for (const value of values) {
    scale = Math.max(scale, value.scale)
  }
  let units = 0n
  for (const value of values) {
    units += unitsAt(value, scale)
  }
  return { units, scale }
}

export const negate = ({ units, scale }: ExactDecimal): ExactDecimal => ({
  units: -units,
  scale,
})

export const multiply = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
})

export const integer = (value: number): ExactDecimal => ({
  units: BigInt(value),
  scale: 0,
})

/** `numerator / denominator` rounded down, also below zero. */
export function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  return numerator % denominator < 0n ? quotient - 1n : quotient
}

/** `numerator / denominator` rounded to the nearest integer, halves up. */
export const roundDivide = (numerator: bigint, denominator: bigint): bigint =>
  floorDivide(2n * numerator + denominator, 2n * denominator)

/** Digits after the point of what does not divide: more than Medusa keeps. */
const PART_SCALE = 20

/** A decimal as text: `{ units: 1234n, scale: 2 }` is `"12.34"`. */
export function decimalText({ units, scale }: ExactDecimal): string {
  const sign = units < 0n ? "-" : ""
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0")
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "")
  return `${sign}${whole}${fraction ? `.${fraction}` : ""}`
}

/** `value * part / whole`, to more digits than any book has. */
export function partOf(
  value: ExactDecimal,
  part: number,
  whole: number
): ExactDecimal {
  const scale = Math.max(value.scale, PART_SCALE)
  return {
    units: roundDivide(unitsAt(value, scale) * BigInt(part), BigInt(whole)),
    scale,
  }
}
