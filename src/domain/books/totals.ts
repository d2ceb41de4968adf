import {
  greaterThan,
  lessThan,
  negate,
  subtract,
  sum,
} from "../money/decimal-math"
import { type Decimal, decimalText, parseDecimal } from "../money/exact-decimal"
import { isNoise } from "../money/noise"
import type { MedusaOrder, StoredTotals } from "./medusa-order"

/** What the transactions of an order add up to. */
export function transactionTotals({
  transactions,
}: Pick<MedusaOrder, "transactions">) {
  const amounts = transactions.map(({ amount }) => amount)
  const paid_total = sum(...amounts.filter((each) => greaterThan(each, "0")))
  const refunded_total = negate(
    sum(...amounts.filter((each) => lessThan(each, "0")))
  )
  return {
    paid_total,
    refunded_total,
    transaction_total: subtract(paid_total, refunded_total),
  }
}

/** A figure of a stored summary, exact; zero where there is none. */
export function storedTotal(totals: StoredTotals, name: string): Decimal {
  const raw = totals[`raw_${name}`] as { value?: unknown } | null | undefined
  const value = parseDecimal(raw?.value ?? totals[name])
  return value ? decimalText(value) : "0"
}

/** What a summary's figures are, for a total and an order's transactions. */
export function rightSummary(
  order: Pick<MedusaOrder, "transactions">,
  current_order_total: Decimal
): Record<string, Decimal> {
  const paid = transactionTotals(order)
  return {
    ...paid,
    pending_difference: subtract(current_order_total, paid.transaction_total),
  }
}

/** The figures of a stored summary that do not follow from the transactions. */
export const wrongTotals = (
  order: Pick<MedusaOrder, "transactions">,
  totals: StoredTotals
): { name: string; stored: Decimal; right: Decimal }[] =>
  Object.entries(
    rightSummary(order, storedTotal(totals, "current_order_total"))
  )
    .map(([name, right]) => ({
      name,
      stored: storedTotal(totals, name),
      right,
    }))
    .filter(({ stored, right }) => !isNoise(subtract(stored, right)))

/**
 * Whether the stored summary is behind the order's rows: somebody read it before
 * another wrote, and wrote after.
 */
export const isSummaryBehind = (
  order: Pick<MedusaOrder, "total" | "transactions" | "summary">
): boolean =>
  order.summary !== null &&
  (!isNoise(
    subtract(storedTotal(order.summary, "current_order_total"), order.total)
  ) ||
    wrongTotals(order, order.summary).length > 0)
