import { MathBN } from "@medusajs/framework/utils"
import type { GoodsCall } from "./cells"
import type { Observation, StoreBooks, Verdict } from "./classify"

/** What is true of an order's goods and money when everything has settled. */
export type GoodsObservation = {
  call: GoodsCall
  /** Minor units that Stripe took for the order, and gave back. */
  taken: number
  given: number[]
  /** Whether Stripe let the authorised money go. */
  voided: boolean
  says: Observation["says"]
  books: StoreBooks
  goods: Goods
  /** What is wrong with the store's own records. */
  records: string[]
}

export type Goods = {
  /** Units on the order, and of these shipped, on their way back, reserved. */
  quantity: number
  shipped: number
  returning: number
  reserved: number
  /** Returns that were not cancelled. */
  returns: number
  open_changes: number
  canceled: boolean
  /** The order's transactions of money that was taken, in major units. */
  captured: string
}

/** Minor units: each order begins with two of them. */
const UNIT = 2000
const UNITS = 2

/** What Stripe has taken, and what is on the order, when the flow succeeded. */
const GOAL: Record<GoodsCall, { taken: number; units: number }> = {
  "cancel units": { taken: 2 * UNIT, units: 1 },
  "return units": { taken: 2 * UNIT, units: 1 },
  "edit down": { taken: 2 * UNIT, units: 1 },
  "edit up": { taken: 3 * UNIT, units: 3 },
  "release part": { taken: UNIT, units: 1 },
  // A cancelled order keeps its lines.
  "release all": { taken: 0, units: UNITS },
  "cancel order": { taken: 2 * UNIT, units: UNITS },
}

/** The others move money when they take, not when they give back. */
const GIVES: GoodsCall[] = [
  "cancel units",
  "return units",
  "edit down",
  "cancel order",
]

const CANCELS: GoodsCall[] = ["release all", "cancel order"]

/** Compares what a store says with what happened at Stripe, and to the goods. */
export function classifyGoods(seen: GoodsObservation): Verdict {
  const goal = GOAL[seen.call]
  const moved = hasMoved(seen)
  const left = seen.goods.quantity - seen.goods.returning
  return {
    lost: !moved && seen.says !== "refused",
    doubled:
      seen.given.length > 1 ||
      seen.taken > goal.taken ||
      left < Math.min(goal.units, UNITS) ||
      left > Math.max(goal.units, UNITS),
    wrong: [
      ...wrongBooks(seen, left),
      ...wrongGoods(seen),
      ...((moved && CANCELS.includes(seen.call)) === seen.goods.canceled
        ? []
        : [`cancelled: ${seen.goods.canceled}, and the money moved: ${moved}`]),
      ...(moved && left !== goal.units
        ? [`the money moved, and ${left} units are left`]
        : []),
      ...(moved === (seen.says === "paid")
        ? []
        : [`the store says ${seen.says}, and the money moved: ${moved}`]),
      ...seen.records,
    ],
  }
}

const hasMoved = ({ call, given, taken, voided }: GoodsObservation): boolean =>
  GIVES.includes(call)
    ? given.length > 0
    : call === "release all"
      ? voided
      : taken === GOAL[call].taken

function wrongBooks(
  { call, books, goods, taken, given }: GoodsObservation,
  left: number
): string[] {
  const paid = given.reduce((sum, amount) => sum + amount, 0)
  const kept = taken - paid
  // What is given back for no line that leaves the order is granted.
  const granted = goods.canceled ? paid : 0
  const expected: [name: string, said: string, minor: number][] = [
    ["captured", goods.captured, taken],
    ["refund_rows", books.refund_rows, paid],
    ["refunded_amount", books.refunded_amount, paid],
    ["order_transactions", books.order_transactions, -paid],
    ["credit_lines", books.credit_lines, granted],
    [
      "pending_difference",
      books.pending_difference,
      left * UNIT - granted - kept,
    ],
  ]
  const status = statusOf(goods, taken, paid)
  // What is still to be paid by a link has a collection that is not.
  const isDue = call === "edit up" && taken < left * UNIT
  return [
    ...expected
      .filter(([, said, minor]) => !MathBN.eq(MathBN.mult(said, 100), minor))
      .map(([name, said, minor]) => `${name} ${said} is not ${minor / 100}`),
    ...(isDue || books.payment_status === status
      ? []
      : [`payment_status ${books.payment_status} is not ${status}`]),
  ]
}

function statusOf({ canceled }: Goods, taken: number, paid: number): string {
  if (taken === 0) {
    return canceled ? "canceled" : "authorized"
  }
  return paid === 0
    ? "captured"
    : paid < taken
      ? "partially_refunded"
      : "refunded"
}

function wrongGoods({ goods }: GoodsObservation): string[] {
  const expected: [name: string, said: number, right: number][] = [
    [
      "reserved",
      goods.reserved,
      goods.canceled ? 0 : goods.quantity - goods.shipped,
    ],
    ["returns", goods.returns, Math.min(goods.returning, 1)],
    ["open changes", goods.open_changes, 0],
  ]
  return expected
    .filter(([, said, right]) => said !== right)
    .map(([name, said, right]) => `${name}: ${said}, not ${right}`)
}
