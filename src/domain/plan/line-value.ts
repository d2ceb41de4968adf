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
import { type LineTaxes, lineTaxes, type ReadRate } from "./line-taxes"
import type { Adjustment, ItemLine, ShippingLine } from "./plan-types"

/** Units that were shipped and have not come back, nor are on their way. */
export const unitsWithCustomer = (item: ItemLine): number =>
  item.fulfilled_quantity - (item.came_back_quantity ?? item.returned_quantity)

/** The list price of a line, for its whole quantity. */
const linePrice = (line: ItemLine | ShippingLine): ExactDecimal =>
  "unit_price" in line
    ? multiply(decimal(line.unit_price), integer(line.quantity))
    : decimal(line.amount)

/** A line's own figures, exactly, for its whole quantity. */
export type LineFigures = {
  taxes: LineTaxes
  /** What it costs, gross and after discount. */
  value: ExactDecimal
  /** What its adjustments take off, gross. */
  discount: ExactDecimal
}

/**
 * Reads the decimals of a line; all its money is counted from these figures.
 * Price and adjustments are tax-inclusive each by its own flag, as in Medusa
 * (utils/totals/line-item). A discount that is larger than the price leaves less
 * than nothing, and so does a discount that is a line of its own: the customer
 * paid that much less for the rest of the order.
 */
export function lineFigures(
  line: ItemLine | ShippingLine,
  readRate?: ReadRate
): LineFigures {
  const taxes = lineTaxes(line, readRate)
  const gross = (amount: ExactDecimal, isTaxInclusive?: boolean) =>
    isTaxInclusive ? amount : multiply(amount, taxes.gross)
  const price = gross(linePrice(line), line.is_tax_inclusive)
  const discount = add(
    ...line.adjustments.map(({ amount, is_tax_inclusive }) =>
      gross(decimal(amount), is_tax_inclusive)
    )
  )
  return { taxes, value: add(price, negate(discount)), discount }
}

/** What a line costs exactly, gross and after discount, for its whole quantity. */
export const lineValue = (line: ItemLine | ShippingLine): ExactDecimal =>
  lineFigures(line).value

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
export function netDiscount({
  discount,
  taxes: { gross },
}: LineFigures): Fraction {
  const scale = Math.max(gross.scale, discount.scale)
  return {
    numerator: unitsAt(discount, scale),
    denominator: unitsAt(gross, scale),
  }
}
