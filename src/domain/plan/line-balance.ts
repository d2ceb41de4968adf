import type { Currency } from "../money/currency"
import { decimal, roundDivide } from "../money/exact-decimal"
import { type Payable, roundToPayable } from "../money/money"
import { lineShares } from "./line-shares"
import { taxRatios } from "./line-value"
import type {
  ItemLine,
  OrderSnapshot,
  RefundedLine,
  ShippingLine,
} from "./plan-types"

/** What one line was paid, what came back already, and what is left. */
export type LineBalance = {
  kind: "item" | "shipping"
  line: ItemLine | ShippingLine
  title: string
  /** What the customer paid for the whole line. */
  share: Payable
  /** 1 for a shipping method. */
  quantity: number
  /** Units refunded or returned: the next unit starts here. */
  taken_quantity: number
  refunded_quantity: number
  refunded_amount: Payable
  /** Per tax line, in the line's order. */
  refunded_tax: Payable[]
  refundable_quantity: number
  /** Below zero for a line that made the order cheaper. */
  refundable_amount: Payable
}

/** The amount if it is below zero, else nothing. */
const least = (amount: Payable): Payable => (amount < 0n ? amount : 0n)

/**
 * What the first `n` of a line's `quantity` units cost. Being cumulative, it
 * makes any sequence of partial refunds add up to exactly the line's share.
 */
export const cumulativeShare = (
  share: Payable,
  n: number,
  quantity: number
): Payable =>
  quantity > 0 ? roundDivide(share * BigInt(n), BigInt(quantity)) : 0n

/** The part of an amount that is each tax of the line, half up in size. */
export const taxOf = (
  line: ItemLine | ShippingLine,
  amount: Payable
): Payable[] =>
  taxRatios(line).map(({ numerator, denominator }) =>
    amount < 0n
      ? -roundDivide(-amount * numerator, denominator)
      : roundDivide(amount * numerator, denominator)
  )

/** The balance of every line of an order: items first, then shipping. */
export function lineBalances(
  order: OrderSnapshot,
  currency: Currency
): LineBalance[] {
  const shares = lineShares(order, currency)
  const history = new Map<string, RefundedLine[]>()
  for (const refunded of order.refunded_lines) {
    const key = `${refunded.kind}:${refunded.line_id}`
    history.set(key, [...(history.get(key) ?? []), refunded])
  }
  const of = (kind: LineBalance["kind"], id: string) =>
    history.get(`${kind}:${id}`) ?? []
  return [
    ...order.items.map((item, index) =>
      balance(
        "item",
        item,
        shares.items[index] ?? 0n,
        of("item", item.id),
        currency
      )
    ),
    ...order.shipping_methods.map((method, index) =>
      balance(
        "shipping",
        method,
        shares.shipping[index] ?? 0n,
        of("shipping", method.id),
        currency
      )
    ),
  ]
}

function balance(
  kind: LineBalance["kind"],
  line: ItemLine | ShippingLine,
  share: Payable,
  history: RefundedLine[],
  currency: Currency
): LineBalance {
  const [quantity, returned] =
    "quantity" in line ? [line.quantity, line.returned_quantity] : [1, 0]
  const refunded_quantity = history.reduce(
    (sum, past) => sum + past.quantity,
    0
  )
  const refunded_amount = history.reduce(
    (sum, past) => sum + payable(past.amount, currency),
    0n
  )
  const left =
    share - refunded_amount - cumulativeShare(share, returned, quantity)
  return {
    kind,
    line,
    title: line.title ?? line.id,
    share,
    quantity,
    taken_quantity: Math.min(quantity, refunded_quantity + returned),
    refunded_quantity,
    refunded_amount,
    refunded_tax: refundedTax(line, history, currency),
    refundable_quantity: Math.max(0, quantity - refunded_quantity - returned),
    refundable_amount: share < 0n ? least(left) : -least(-left),
  }
}

/**
 * The tax already given back, per tax line: as recorded, or where a refund was
 * recorded without taxes, its part by the cumulative rule.
 */
function refundedTax(
  line: ItemLine | ShippingLine,
  history: RefundedLine[],
  currency: Currency
): Payable[] {
  const totals = line.tax_lines.map(() => 0n)
  let amount = 0n
  for (const past of history) {
    const before = taxOf(line, amount)
    amount += payable(past.amount, currency)
    const after = taxOf(line, amount)
    line.tax_lines.forEach((_, index) => {
      totals[index] =
        (totals[index] ?? 0n) +
        (past.tax_lines.length
          ? recordedTax(line, past, index, currency)
          : (after[index] ?? 0n) - (before[index] ?? 0n))
    })
  }
  return totals
}

/** Codes need not be unique: the n-th tax of a code is the n-th of that code. */
function recordedTax(
  line: ItemLine | ShippingLine,
  past: RefundedLine,
  index: number,
  currency: Currency
): Payable {
  const code = line.tax_lines[index]?.code
  const nth = line.tax_lines
    .slice(0, index)
    .filter((tax) => tax.code === code).length
  const recorded = past.tax_lines.filter((tax) => tax.code === code)[nth]
  return recorded ? payable(recorded.amount, currency) : 0n
}

const payable = (amount: string, currency: Currency): Payable =>
  roundToPayable(decimal(amount), currency)
