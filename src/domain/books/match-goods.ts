import { type Currency, currencyOf } from "../money/currency"
import { type Decimal, decimal, roundDivide } from "../money/exact-decimal"
import { formatPayable, type Payable, roundToPayable } from "../money/money"

/** Units that a refund paid for while the goods stayed with the customer. */
export type RefundedUnits = {
  order_refund_id: string
  line_id: string
  item_id: string
  quantity: number
  amount: Decimal
  /** ISO 8601. */
  at: string
}

/** Units that left the order, or are on their way back, without a refund of ours. */
export type GoodsMovement = {
  kind: "returned" | "removed"
  item_id: string
  quantity: number
  /** ISO 8601. */
  at: string
}

/** Units that were refunded first and moved later: nobody is owed them twice. */
export type MatchedUnits = {
  kind: GoodsMovement["kind"]
  order_refund_id: string
  line_id: string
  item_id: string
  quantity: number
  /** The part of the refunded amount that was for these units. */
  amount: Decimal
}

type Pool = { units: RefundedUnits; taken: number }[]

/**
 * Finds the units that were refunded and moved afterwards. Units of a line are
 * interchangeable: whoever returns one that was paid back, and another one that
 * was not, returns the paid one first.
 *
 * Only what was refunded before counts: a refund after a return is for a unit
 * that stayed.
 *
 * @example
 * matchGoods(
 *   [{ order_refund_id: "orref_1", item_id: "item_1", quantity: 1, amount: "18.00", ... }],
 *   [{ kind: "returned", item_id: "item_1", quantity: 2, ... }],
 *   "eur"
 * ) // [{ order_refund_id: "orref_1", quantity: 1, amount: "18.00", ... }]
 */
export function matchGoods(
  refunded: readonly RefundedUnits[],
  movements: readonly GoodsMovement[],
  currencyCode: string
): MatchedUnits[] {
  const currency = currencyOf(currencyCode)
  const pools = new Map<string, Pool>()
  for (const units of inOrder(refunded)) {
    const pool = pools.get(units.item_id) ?? []
    pools.set(units.item_id, [...pool, { units, taken: 0 }])
  }
  return inOrder(movements).flatMap((movement) =>
    take(movement, pools.get(movement.item_id) ?? [], currency)
  )
}

/** Stable: what happened at the same moment keeps its order. */
const inOrder = <Entry extends { at: string }>(
  entries: readonly Entry[]
): Entry[] => [...entries].sort((a, b) => (a.at < b.at ? -1 : +(a.at > b.at)))

function take(
  { kind, at, quantity }: GoodsMovement,
  pool: Pool,
  currency: Currency
): MatchedUnits[] {
  let left = quantity
  const matched: MatchedUnits[] = []
  for (const entry of pool) {
    const count = Math.min(left, entry.units.quantity - entry.taken)
    if (count <= 0 || entry.units.at > at) {
      continue
    }
    const { order_refund_id, line_id, item_id } = entry.units
    const amount = partOf(entry.units, entry.taken, count, currency)
    matched.push({
      kind,
      order_refund_id,
      line_id,
      item_id,
      quantity: count,
      amount: formatPayable(amount, currency),
    })
    entry.taken += count
    left -= count
  }
  return matched
}

/** Cumulative, so that the parts of a line add up to exactly its amount. */
function partOf(
  { amount, quantity }: RefundedUnits,
  from: number,
  count: number,
  currency: Currency
): Payable {
  const total = roundToPayable(decimal(amount), currency)
  const upTo = (n: number) => roundDivide(total * BigInt(n), BigInt(quantity))
  return upTo(from + count) - upTo(from)
}
