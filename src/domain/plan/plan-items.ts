import { type Refusal, refuse } from "../errors"
import type { Currency } from "../money/currency"
import {
  formatPayable,
  type Payable,
  readRequestedAmount,
} from "../money/money"
import { cumulativeShare, type LineBalance } from "./line-balance"
import { unitsWithCustomer } from "./line-value"
import type { ItemLine, RefundRequest, Restock } from "./plan-types"
import { type CountedLine, type LineDraw, plannedLine } from "./planned-line"

type Items = Exclude<NonNullable<RefundRequest["items"]>, "all">
type ItemBalance = LineBalance & { line: ItemLine }
type Lines = { ok: true; lines: CountedLine[] } | Refusal

const isItem = (balance: LineBalance): balance is ItemBalance =>
  balance.kind === "item"

/**
 * What the next `quantity` units of a line give back, and no more than is left of
 * it. A line below zero takes: its units bring it up to zero, and no further.
 */
export function unitsAmount(balance: LineBalance, quantity: number): Payable {
  const amount =
    cumulativeShare(
      balance.share,
      balance.taken_quantity + quantity,
      balance.quantity
    ) - cumulativeShare(balance.share, balance.taken_quantity, balance.quantity)
  const left = balance.refundable_amount
  return (left < 0n ? amount > left : amount < left) ? amount : left
}

/** The lines of a request's items. */
export function planItems(
  items: NonNullable<RefundRequest["items"]>,
  balances: LineBalance[],
  currency: Currency
): Lines {
  const known = balances.filter(isItem)
  if (items === "all") {
    const lines = known
      .map((balance) => ({ balance, draw: everythingOf(balance) }))
      .filter(({ draw }) => draw.amount !== 0n)
      .map(({ balance, draw }) => plannedLine(balance, draw, currency))
    return { ok: true, lines }
  }
  const lines: CountedLine[] = []
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    const field = `items.${index}`
    const balance = known.find(({ line }) => line.id === item.item_id)
    if (!balance) {
      return refuse(
        "item_not_found",
        `${item.item_id} is not an item of this order.`,
        { field: `${field}.item_id`, item_id: item.item_id }
      )
    }
    if (seen.has(item.item_id)) {
      return refuse(
        "duplicate_item",
        `${item.item_id} is in the request twice. Put it into one entry.`,
        { field: `${field}.item_id`, item_id: item.item_id }
      )
    }
    seen.add(item.item_id)
    const drawn = drawItem(item, balance, currency, field)
    if (!drawn.ok) {
      return drawn
    }
    lines.push(plannedLine(balance, drawn.draw, currency))
  }
  return { ok: true, lines }
}

/**
 * All that the overview calls refundable: the units that are left, and what an
 * earlier refund kept back. Of a 19.50 shirt refunded with 17.50, that is 2.00
 * without a unit.
 */
const everythingOf = (balance: ItemBalance): LineDraw => ({
  quantity: balance.refundable_quantity,
  amount: balance.refundable_amount,
  restock: "none",
})

/**
 * A quantity gives its share; an amount takes no quantity. Both together give
 * these units a deliberate amount. Neither means every unit that is left, without
 * what an earlier refund kept back on purpose.
 */
function drawItem(
  item: Items[number],
  balance: ItemBalance,
  currency: Currency,
  field: string
): { ok: true; draw: LineDraw } | Refusal {
  const byAmount = item.amount !== undefined && item.amount !== null
  const quantity = item.quantity ?? (byAmount ? 0 : balance.refundable_quantity)
  const restock = item.restock ?? "none"
  const refusal =
    checkQuantity(item, quantity, balance, field) ??
    checkRestock(restock, quantity, balance, field)
  if (refusal) {
    return refusal
  }
  if (!byAmount) {
    const amount = unitsAmount(balance, quantity)
    return { ok: true, draw: { quantity, amount, restock } }
  }
  if (Number(item.amount) === 0 && restock !== "none") {
    return { ok: true, draw: { quantity, amount: 0n, restock } }
  }
  const amount = readRequestedAmount(item.amount, currency, `${field}.amount`)
  if (!amount.ok) {
    return amount
  }
  return amount.amount > balance.refundable_amount
    ? exceedsLine(balance, amount.amount, currency, `${field}.amount`)
    : { ok: true, draw: { quantity, amount: amount.amount, restock } }
}

/** The refusal for more than a line still has. */
export const exceedsLine = (
  balance: LineBalance,
  amount: Payable,
  currency: Currency,
  field: string
): Refusal =>
  refuse(
    "amount_exceeds_line",
    `${balance.title} (${balance.line.id}) has ${formatPayable(balance.refundable_amount, currency)} left, less than ${formatPayable(amount, currency)}. Lower the amount.`,
    {
      field,
      [balance.kind === "item" ? "item_id" : "shipping_method_id"]:
        balance.line.id,
      refundable_amount: formatPayable(balance.refundable_amount, currency),
    }
  )

function checkQuantity(
  item: Items[number],
  quantity: number,
  balance: ItemBalance,
  field: string
): Refusal | null {
  const details = { field: `${field}.quantity`, item_id: item.item_id }
  if (
    item.quantity !== undefined &&
    !(Number.isSafeInteger(quantity) && quantity > 0)
  ) {
    return refuse(
      "invalid_quantity",
      `The quantity of ${item.item_id} must be a whole number above zero.`,
      details
    )
  }
  return quantity > balance.refundable_quantity
    ? refuse(
        "quantity_exceeds_refundable",
        `${balance.title} (${item.item_id}) has ${balance.refundable_quantity} of ${balance.quantity} units left to refund, less than ${quantity}.`,
        { ...details, refundable_quantity: balance.refundable_quantity }
      )
    : null
}

/** Only goods that were not shipped can be cancelled, only shipped ones returned. */
function checkRestock(
  restock: Restock,
  quantity: number,
  { line }: ItemBalance,
  field: string
): Refusal | null {
  if (restock === "none") {
    return null
  }
  const possible =
    restock === "cancel"
      ? line.quantity - line.fulfilled_quantity
      : unitsWithCustomer(line)
  const action = restock === "cancel" ? "taken off the order" : "returned"
  return quantity > 0 && quantity <= possible
    ? null
    : refuse(
        "invalid_quantity",
        `${Math.max(0, possible)} units of ${line.id} can be ${action}, not ${quantity}.`,
        { field: `${field}.restock`, item_id: line.id }
      )
}
