import {
  add,
  decimal,
  type Decimal,
  type ExactDecimal,
  integer,
  roundDivide,
  unitsAt,
} from "../money/exact-decimal"
import type { Payable } from "../money/money"
import type { PricedLine } from "./plan-types"

const ONE = integer(1)

/** Reads a rate in percent as a factor: `"19"` is 0.19. */
export type ReadRate = (rate: Decimal) => ExactDecimal

const asFactor: ReadRate = (rate) => {
  const { units, scale } = decimal(rate)
  return { units, scale: scale + 2 }
}

/** Reads each rate once: the lines of an order have few, and have them often. */
export function rateReader(): ReadRate {
  const factors = new Map<Decimal, ExactDecimal>()
  return (rate) => {
    const factor = factors.get(rate) ?? asFactor(rate)
    factors.set(rate, factor)
    return factor
  }
}

/** The taxes of a line, counted at one scale. */
export type LineTaxes = {
  /** 1 + all rates: what a net amount is multiplied with to be gross. */
  gross: ExactDecimal
  /** Each rate as a factor, in units at the scale of `gross`. */
  rates: bigint[]
}

/** The taxes of a line. */
export function lineTaxes(
  { tax_lines }: PricedLine,
  readRate: ReadRate = asFactor
): LineTaxes {
  const rates = tax_lines.map(({ rate }) => readRate(rate))
  const gross = add(ONE, ...rates)
  return { gross, rates: rates.map((rate) => unitsAt(rate, gross.scale)) }
}

/**
 * The part of a gross amount that is each tax of its line, half up in size:
 * `rate / (1 + all rates)`.
 */
export const taxOf = (
  { gross, rates }: LineTaxes,
  amount: Payable
): Payable[] =>
  rates.map((rate) =>
    amount < 0n
      ? -roundDivide(-amount * rate, gross.units)
      : roundDivide(amount * rate, gross.units)
  )
