import { type Refusal, refuse } from "../errors"
import type { Currency } from "../money/currency"
import { readRequestedAmount } from "../money/money"
import type { LineBalance } from "./line-balance"
import { exceedsLine } from "./plan-items"
import type { RefundRequest } from "./plan-types"
import { type CountedLine, plannedLine } from "./planned-line"

type Lines = { ok: true; lines: CountedLine[] } | Refusal

/** The lines of a request's shipping methods; no amount means all that is left. */
export function planShipping(
  shipping: NonNullable<RefundRequest["shipping"]>,
  balances: LineBalance[],
  currency: Currency
): Lines {
  const known = balances.filter(({ kind }) => kind === "shipping")
  const requested =
    shipping === "all"
      ? known.map(({ line }) => ({
          shipping_method_id: line.id,
          amount: undefined,
        }))
      : shipping
  const lines: CountedLine[] = []
  const seen = new Set<string>()
  for (const [
    index,
    { shipping_method_id: id, amount },
  ] of requested.entries()) {
    const field = `shipping.${index}`
    const details = {
      field: `${field}.shipping_method_id`,
      shipping_method_id: id,
    }
    const balance = known.find(({ line }) => line.id === id)
    if (!balance) {
      return refuse(
        "item_not_found",
        `${id} is not a shipping method of this order.`,
        details
      )
    }
    if (seen.has(id)) {
      return refuse(
        "duplicate_item",
        `${id} is in the request twice. Put it into one entry.`,
        details
      )
    }
    seen.add(id)
    if (amount === undefined || amount === null) {
      if (balance.refundable_amount !== 0n) {
        const all = balance.refundable_amount
        const draw = { quantity: 1, amount: all, restock: "none" as const }
        lines.push(plannedLine(balance, draw, currency))
      }
      continue
    }
    const read = readRequestedAmount(amount, currency, `${field}.amount`)
    if (!read.ok) {
      return read
    }
    if (read.amount > balance.refundable_amount) {
      return exceedsLine(balance, read.amount, currency, `${field}.amount`)
    }
    const draw = { quantity: 0, amount: read.amount, restock: "none" as const }
    lines.push(plannedLine(balance, draw, currency))
  }
  return { ok: true, lines }
}
