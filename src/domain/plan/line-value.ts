import {
  add,
  decimal,
  type Decimal,
  decimalText,
  type ExactDecimal,
  integer,
  multiply,
  negate,
  partOf,
  unitsAt,
} from "../money/exact-decimal"
import type {
  Adjustment,
  ItemLine,
  PricedLine,
  ShippingLine,
} from "./plan-types"

const ONE = integer(1)

/** A rate in percent as a factor: `"19"` is 0.19. */
const factor = (rate: string): ExactDecimal => {
  const { units, scale } = decimal(rate)
  return { units, scale: scale + 2 }
}

/** 1 + all rates: what a net amount is multiplied with to be gross. */
export const grossFactor = (line: PricedLine): ExactDecimal =>
  add(ONE, ...line.tax_lines.map(({ rate }) => factor(rate)))

const itemPrice = (item: ItemLine): ExactDecimal =>
  multiply(decimal(item.unit_price), integer(item.quantity))

/** Units that were shipped and have not come back, nor are on their way. */
export const unitsWithCustomer = (item: ItemLine): number =>
  item.fulfilled_quantity - (item.came_back_quantity ?? item.returned_quantity)

/** The list price of a line, for its whole quantity. */
export const linePrice = (line: ItemLine | ShippingLine): ExactDecimal =>
  "unit_price" in line ? itemPrice(line) : decimal(line.amount)

/**
 * What a line costs exactly, gross and after discount, for its whole quantity.
 * Price and adjustments are tax-inclusive each by its own flag, as in Medusa
 * (utils/totals/line-item). A discount that is larger than the price leaves less
 * than nothing, and so does a discount that is a line of its own: the customer
 * paid that much less for the rest of the order.
 */
export function lineValue(line: ItemLine | ShippingLine): ExactDecimal {
  const gross = grossFactor(line)
  return add(
    line.is_tax_inclusive ? linePrice(line) : multiply(linePrice(line), gross),
    ...line.adjustments.map(({ amount, is_tax_inclusive }) =>
      negate(
        is_tax_inclusive ? decimal(amount) : multiply(decimal(amount), gross)
      )
    )
  )
}

/** What some units of a line cost exactly: what Medusa's totals fall by without them. */
export const unitsValue = (item: ItemLine, quantity: number): Decimal =>
  item.quantity > 0
    ? decimalText(partOf(lineValue(item), quantity, item.quantity))
    : "0"

/**
 * The discount that stays with the units that stay. Medusa keeps a discount
 * whole when an edit takes units off a line, and would give it twice.
 */
export const keptDiscount = <Discount extends Adjustment>(
  item: { quantity: number; adjustments: Discount[] },
  removed: number
): Discount[] =>
  item.adjustments.map((adjustment) => ({
    ...adjustment,
    amount: decimalText(
      partOf(decimal(adjustment.amount), item.quantity - removed, item.quantity)
    ),
  }))

/** A fraction in major units. */
export type Fraction = { numerator: bigint; denominator: bigint }

/** The net discount of a line, exactly, for its whole quantity. */
export function netDiscount(line: PricedLine): Fraction {
  const gross = grossFactor(line)
  const grossDiscount = add(
    ...line.adjustments.map(({ amount, is_tax_inclusive }) =>
      is_tax_inclusive ? decimal(amount) : multiply(decimal(amount), gross)
    )
  )
  const scale = Math.max(gross.scale, grossDiscount.scale)
  return {
    numerator: unitsAt(grossDiscount, scale),
    denominator: unitsAt(gross, scale),
  }
}

/** Each tax line's part of a gross amount: `rate / (1 + all rates)`. */
export function taxRatios(line: PricedLine): Fraction[] {
  const gross = grossFactor(line)
  return line.tax_lines.map(({ rate }) => {
    const part = factor(rate)
    const scale = Math.max(gross.scale, part.scale)
    return {
      numerator: unitsAt(part, scale),
      denominator: unitsAt(gross, scale),
    }
  })
}
