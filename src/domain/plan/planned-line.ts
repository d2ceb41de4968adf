import type { Currency } from "../money/currency"
import { roundDivide } from "../money/exact-decimal"
import { formatPayable, type Payable } from "../money/money"
import { type LineBalance, taxOf } from "./line-balance"
import { netDiscount } from "./line-value"
import type { PlannedLine, Restock } from "./plan-types"

/** What is taken of a line: `quantity` 0 is an amount inside the line. */
export type LineDraw = { quantity: number; amount: Payable; restock: Restock }

const sum = (amounts: Payable[]): Payable =>
  amounts.reduce((total, amount) => total + amount, 0n)

/** One line of the plan, with its shares of taxes and discount. */
export function plannedLine(
  balance: LineBalance,
  draw: LineDraw,
  currency: Currency
): PlannedLine {
  const { line, kind } = balance
  const taxes = drawnTaxes(balance, draw.amount)
  const tax = sum(taxes)
  const format = (amount: Payable) => formatPayable(amount, currency)
  return {
    kind,
    ...(kind === "item"
      ? { item_id: line.id }
      : { shipping_method_id: line.id }),
    title: balance.title,
    quantity: draw.quantity,
    unit_amount: format(
      draw.quantity > 0
        ? roundDivide(draw.amount, BigInt(draw.quantity))
        : draw.amount
    ),
    subtotal: format(draw.amount - tax),
    discount_total: format(drawnDiscount(balance, draw, currency)),
    tax_total: format(tax),
    tax_lines: line.tax_lines.map(({ code, rate }, index) => ({
      code,
      rate,
      amount: format(taxes[index] ?? 0n),
    })),
    amount: format(draw.amount),
    restock: draw.restock,
    refundable_quantity: balance.refundable_quantity,
    refundable_amount: format(balance.refundable_amount),
  }
}

/** A line without goods or tax: goodwill, what is owed, or a gap that is closed. */
export function untaxedLine(
  kind: "adjustment" | "outstanding",
  title: string,
  amount: Payable,
  refundable: Payable,
  currency: Currency
): PlannedLine {
  const text = formatPayable(amount, currency)
  const zero = formatPayable(0n, currency)
  return {
    kind,
    title,
    quantity: 1,
    unit_amount: text,
    subtotal: text,
    discount_total: zero,
    tax_total: zero,
    tax_lines: [],
    amount: text,
    restock: "none",
    refundable_quantity: 1,
    refundable_amount: formatPayable(refundable, currency),
  }
}

/**
 * Each tax up to where the cumulative rule says it should be after this draw,
 * so partial refunds close every tax exactly. Several taxes can tick over in
 * the same cent; what does not fit into the amount waits for the next refund,
 * at the latest the one that closes the line.
 */
function drawnTaxes(balance: LineBalance, amount: Payable): Payable[] {
  // A line below zero is a mirror image: -2.00 closes its -0.33 of tax.
  const sign = balance.share < 0n ? -1n : 1n
  const after = balance.refunded_amount + amount
  const closes = sign * (after - balance.share) >= 0n
  let room = sign * amount
  return taxOf(balance.line, after).map((target, index) => {
    const due = sign * (target - (balance.refunded_tax[index] ?? 0n))
    const taken = due < 0n ? 0n : closes || due < room ? due : room
    room -= taken
    return sign * taken
  })
}

/** The net discount by the same cumulative rule, for information. */
function drawnDiscount(
  { line, quantity, taken_quantity, share }: LineBalance,
  draw: LineDraw,
  currency: Currency
): Payable {
  const { numerator, denominator } = netDiscount(line)
  const scaled = numerator * 10n ** BigInt(currency.exponent)
  const unit = denominator * currency.step
  const part = (n: bigint, of: bigint) =>
    of > 0n ? roundDivide(scaled * n, unit * of) : 0n
  if (draw.quantity === 0) {
    const sign = share < 0n ? -1n : 1n
    return part(sign * draw.amount, sign * share)
  }
  const before = BigInt(taken_quantity)
  return (
    part(before + BigInt(draw.quantity), BigInt(quantity)) -
    part(before, BigInt(quantity))
  )
}
