import {
  greaterThan,
  lessThan,
  negate,
  subtract,
  sum,
} from "../money/decimal-math"
import { type Decimal, decimalText, parseDecimal } from "../money/exact-decimal"
import { isNoise } from "../money/noise"
import type { MedusaOrder } from "./medusa-order"

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

/** An order's summary as Medusa stores it: each figure twice, `raw_` is exact. */
export type StoredTotals = Record<string, unknown>

/** A figure of a stored summary, exact; zero where there is none. */
export function storedTotal(totals: StoredTotals, name: string): Decimal {
  const raw = totals[`raw_${name}`] as { value?: unknown } | null | undefined
  const value = parseDecimal(raw?.value ?? totals[name])
  return value ? decimalText(value) : "0"
}

/** What the figures of a stored summary should be, by the order's transactions. */
export function rightSummary(
  order: Pick<MedusaOrder, "transactions">,
  totals: StoredTotals
): Record<string, Decimal> {
  const paid = transactionTotals(order)
  return {
    ...paid,
    pending_difference: subtract(
      storedTotal(totals, "current_order_total"),
      paid.transaction_total
    ),
  }
}

/** The figures of a stored summary that do not follow from the transactions. */
export const wrongTotals = (
  order: Pick<MedusaOrder, "transactions">,
  totals: StoredTotals
): { name: string; stored: Decimal; right: Decimal }[] =>
  Object.entries(rightSummary(order, totals))
    .map(([name, right]) => ({
      name,
      stored: storedTotal(totals, name),
      right,
    }))
    .filter(({ stored, right }) => !isNoise(subtract(stored, right)))
