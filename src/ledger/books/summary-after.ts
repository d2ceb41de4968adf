import { decorateCartTotals, MathBN } from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"
import {
  type Decimal,
  type MedusaOrder,
  rightSummary,
  type StoredTotals,
  subtract,
  sum,
} from "../../domain"
import type { BooksEntries } from "./books-entries"
import { figure } from "./figure"

type CartLike = Parameters<typeof decorateCartTotals>[0]

/**
 * An order's stored summary as Medusa would leave it after these entries. Of
 * credit lines it tells the amount of the newest, and as the original total what
 * the order cost before that.
 * Source: @medusajs/order/dist/utils/calculate-order-change.js
 */
export function summaryAfter(
  order: Pick<MedusaOrder, "total" | "credit_lines" | "transactions">,
  stored: StoredTotals,
  {
    credit_lines,
    transactions: added_transactions,
    removed_transactions,
  }: Omit<BooksEntries, "refund_rows" | "removed_refund_rows">
): StoredTotals {
  const transactions = [
    ...order.transactions.filter(
      ({ id }) => !removed_transactions.includes(id)
    ),
    ...added_transactions.map((added) => ({ ...added, id: "" })),
  ]
  const before = order.credit_lines.map(({ amount }) => amount)
  const added = credit_lines.map(({ amount }) => amount)
  const costs = sum(order.total, storedCreditTotal(before))
  const totalWith = (more: Decimal[]) =>
    subtract(costs, storedCreditTotal([...before, ...more]))
  const total = totalWith(added)
  const newest = added.at(-1)
  const figures: Record<string, Decimal> = {
    ...rightSummary({ transactions }, total),
    current_order_total: total,
    accounting_total: total,
    ...(newest && {
      credit_line_total: newest,
      original_order_total: totalWith(added.slice(0, -1)),
    }),
  }
  return withFigures(stored, figures)
}

/** A stored summary with other figures, each of which it keeps twice. */
export const withFigures = (
  stored: StoredTotals,
  figures: Record<string, Decimal>
): StoredTotals => ({
  ...stored,
  ...Object.fromEntries(
    Object.entries(figures).flatMap(([name, amount]) => {
      const { plain, raw } = figure(amount)
      return [
        [name, plain],
        [`raw_${name}`, raw],
      ]
    })
  ),
})

/**
 * What credit lines take off the total that Medusa stores: nothing where they add
 * up to a cent or less, in every currency. It reads an order without its currency
 * when it confirms a change.
 * Source: `applyOrderChanges_` of @medusajs/order/dist/services/order-module-service.js
 */
export function storedCreditTotal(amounts: Decimal[]): Decimal {
  const cart = decorateCartTotals({
    credit_lines: amounts.map((amount) => ({ amount })),
  } as CartLike)
  const total: unknown = Reflect.get(cart, "credit_line_total")
  return MathBN.convert((total ?? 0) as BigNumberInput).toFixed()
}
