import { absolute, lessThanOrEqual } from "./decimal-math"
import {
  type Decimal,
  decimal,
  decimalText,
  roundDivide,
} from "./exact-decimal"

/** Medusa takes anything smaller for zero: it is noise of its own arithmetic. */
const MEDUSAS_EPSILON = "0.0001"

/**
 * Whether an amount of Medusa's books is nothing but noise of its arithmetic.
 *
 * @example
 * isNoise("-0.00003") // true
 */
export const isNoise = (amount: Decimal): boolean =>
  lessThanOrEqual(absolute(amount), MEDUSAS_EPSILON)

/** Digits after the point that a person is shown of an amount that is no money. */
const SHOWN_SCALE = 6

/**
 * An amount of the books for a sentence. Medusa's totals are divided to twenty
 * digits, and so is a difference between two of them.
 *
 * @example
 * shownDecimal("0.00333333333333333333") // "0.003333"
 */
export const shownDecimal = (value: string): string =>
  roundedTo(value, SHOWN_SCALE)

/** Medusa's totals pass through floats: what is beyond these digits is noise. */
const NOISE_SCALE = 9

/**
 * An amount of Medusa's books without the noise of its arithmetic, to be rounded
 * to a cent: without it 29.96499999999999 would be 29.96, and 29.965 is 29.97.
 *
 * @example
 * withoutNoise("29.96499999999999") // "29.965"
 */
export const withoutNoise = (value: string): string =>
  roundedTo(value, NOISE_SCALE)

function roundedTo(value: string, most: number): string {
  const { units, scale } = decimal(value)
  return scale <= most
    ? value
    : decimalText({
        units: roundDivide(units, 10n ** BigInt(scale - most)),
        scale: most,
      })
}
