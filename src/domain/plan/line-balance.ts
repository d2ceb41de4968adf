import type { Currency } from "../money/currency"
import { roundDivide } from "../money/exact-decimal"
import type { Payable } from "../money/money"
import { type LineHistory, lineHistory, refundsByLine } from "./line-history"
import { lineShares } from "./line-shares"
import { rateReader, type ReadRate } from "./line-taxes"
import { type LineFigures, lineFigures } from "./line-value"
import type {
  ItemLine,
  OrderSnapshot,
  RefundedLine,
  ShippingLine,
} from "./plan-types"

/** A line of the order whose decimals are read. */
type OrderLine = {
  kind: "item" | "shipping"
  line: ItemLine | ShippingLine
  figures: LineFigures
}

/** What one line was paid, what came back already, and what is left. */
export type LineBalance = OrderLine &
  LineHistory & {
    title: string
    /** What the customer paid for the whole line. */
    share: Payable
    /** 1 for a shipping method. */
    quantity: number
    /** Units refunded or returned: the next unit starts here. */
    taken_quantity: number
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

/** The balance of every line of an order: items first, then shipping. */
export function lineBalances(
  order: OrderSnapshot,
  currency: Currency
): LineBalance[] {
  const readRate = rateReader()
  const lines = [
    ...order.items.map((line) => orderLine("item", line, readRate)),
    ...order.shipping_methods.map((line) =>
      orderLine("shipping", line, readRate)
    ),
  ]
  const values = lines.map(({ figures }) => figures.value)
  const shares = lineShares(order, values, currency)
  const refunds = {
    item: refundsByLine(order.refunded_lines, "item"),
    shipping: refundsByLine(order.refunded_lines, "shipping"),
  }
  return lines.map((each, index) =>
    balance(
      each,
      shares[index] ?? 0n,
      refunds[each.kind].get(each.line.id) ?? [],
      currency
    )
  )
}

const orderLine = (
  kind: OrderLine["kind"],
  line: OrderLine["line"],
  readRate: ReadRate
): OrderLine => ({ kind, line, figures: lineFigures(line, readRate) })

function balance(
  { kind, line, figures }: OrderLine,
  share: Payable,
  refunds: RefundedLine[],
  currency: Currency
): LineBalance {
  const history = lineHistory(line, figures.taxes, refunds, currency)
  const { refunded_quantity, refunded_amount } = history
  const [quantity, returned] =
    "quantity" in line ? [line.quantity, line.returned_quantity] : [1, 0]
  const left =
    share - refunded_amount - cumulativeShare(share, returned, quantity)
  return {
    ...history,
    kind,
    line,
    figures,
    title: line.title ?? line.id,
    share,
    quantity,
    taken_quantity: Math.min(quantity, refunded_quantity + returned),
    refundable_quantity: Math.max(0, quantity - refunded_quantity - returned),
    refundable_amount: share < 0n ? least(left) : -least(-left),
  }
}
