import { formatAmount, type MatchedUnits, sum } from "../../domain"
import type { MovedUnits } from "../../types"

/** Refunded units that moved later, one entry per refund, item and way. */
export function movedUnits(
  matched: MatchedUnits[],
  currencyCode: string
): MovedUnits[] {
  const found = new Map<string, MovedUnits>()
  for (const { line_id: _line, ...units } of matched) {
    const key = `${units.order_refund_id} ${units.item_id} ${units.kind}`
    const before = found.get(key)
    found.set(key, {
      ...units,
      quantity: units.quantity + (before?.quantity ?? 0),
      amount: formatAmount(
        sum(units.amount, before?.amount ?? "0"),
        currencyCode
      ),
    })
  }
  return [...found.values()]
}
