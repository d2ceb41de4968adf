import { MathBN } from "@medusajs/framework/utils"
import {
  currencyOf,
  formatPayable,
  matchGoods,
  unitsValue,
  type Decimal,
  type MatchedUnits,
} from "../../../domain"
import type {
  MedusaGoodsChange,
  MedusaOrder,
  MedusaOrderItem,
} from "../../../ledger"
import type { OrderRefundRecord } from "../../../modules/refunds/types"

type RefundLine = OrderRefundRecord["lines"][number]

/** What the goods of one order refund mean for the order's books. */
export type RefundGoods = {
  /** Whether it took goods off the order, or opened a return. */
  moved: boolean
  /** What the order's total fell by that. */
  value: Decimal
  /** Of what it granted: what a later return or edit let the order owe again. */
  settled: Decimal
}

/** What happened to the goods of an order, and whose money it concerns. */
export type OrderGoods = {
  of(orderRefundId: string): RefundGoods
  /** Units that were refunded first and moved later, by nobody of ours. */
  matched: MatchedUnits[]
  /** Whether the units of this line left the order by its own refund. */
  isCancelled(orderRefundId: string, itemId: string): boolean
  /** Units of an item in returns that our refunds did not open, unmatched. */
  returnedOf(item: MedusaOrderItem): number
  /** Of the amounts given back inside a line: what its units let the order owe again. */
  coveredOf(itemId: string): Decimal
}

const NOTHING: RefundGoods = { moved: false, value: "0", settled: "0" }

/**
 * Joins the order's goods with our records. Everything follows from the two,
 * so it does not matter who moved goods, in which order, or what was settled.
 *
 * Medusa lets the order owe whatever is returned or taken off it. What had been
 * refunded before must not be owed twice: design of the settlement in
 * docs/adr/0006.
 */
export function orderGoods(
  order: MedusaOrder,
  refunds: OrderRefundRecord[]
): OrderGoods {
  const own = order.goods.filter(({ order_refund_id }) => order_refund_id)
  const native = order.goods.filter(({ order_refund_id }) => !order_refund_id)
  const isOwn = (id: string, itemId: string, kind: MedusaGoodsChange["kind"]) =>
    own.some(
      (change) =>
        change.order_refund_id === id &&
        change.kind === kind &&
        change.items.some(({ item_id }) => item_id === itemId)
    )
  const open = refunds.filter(({ released_at }) => !released_at)
  const matched = matchGoods(
    open.flatMap((refund) =>
      refund.lines
        .filter((line) => isStillThere(refund, line, isOwn))
        .map((line) => ({
          order_refund_id: refund.id,
          line_id: line.id,
          item_id: String(line.item_id),
          quantity: line.quantity,
          amount: line.amount,
          at: refund.created_at,
        }))
    ),
    native.flatMap(({ kind, at, items }) =>
      items.map((item) => ({ kind, at, ...item }))
    ),
    order.currency_code
  )
  const returnedOf = (item: MedusaOrderItem) =>
    Math.max(
      0,
      item.returned_quantity -
        unitsOf(
          own.filter(({ kind }) => kind === "returned").flatMap(items),
          item.id
        ) -
        unitsOf(
          matched.filter(({ kind }) => kind === "returned"),
          item.id
        )
    )
  const isCancelled = (id: string, itemId: string) =>
    isOwn(id, itemId, "removed")
  const covered = amountsCovered(order, open, {
    matched,
    isCancelled,
    returnedOf,
  })
  return {
    matched,
    isCancelled,
    returnedOf,
    coveredOf: (itemId) =>
      sum(
        covered
          .filter(({ item_id }) => item_id === itemId)
          .map(({ amount }) => amount)
      ),
    of(id) {
      const changes = own.filter(
        ({ order_refund_id }) => order_refund_id === id
      )
      const settled = [...matched, ...covered].filter(
        ({ order_refund_id }) => order_refund_id === id
      )
      return changes.length || settled.length
        ? {
            moved: changes.length > 0,
            value: sum(changes.map((change) => valueOf(change, order))),
            settled: sum(settled.map(({ amount }) => amount)),
          }
        : NOTHING
    },
  }
}

const items = ({ items: moved }: MedusaGoodsChange) => moved

const sum = (amounts: Decimal[]): Decimal => MathBN.sum(0, ...amounts).toFixed()

const unitsOf = (
  entries: { item_id: string; quantity: number }[],
  itemId: string
): number =>
  entries
    .filter(({ item_id }) => item_id === itemId)
    .reduce((total, { quantity }) => total + quantity, 0)

/** Units that were paid back and are on the order, or were when they moved. */
const isStillThere = (
  { id }: OrderRefundRecord,
  { kind, item_id, quantity, restock }: RefundLine,
  isOwn: (
    id: string,
    itemId: string,
    kind: MedusaGoodsChange["kind"]
  ) => boolean
): boolean =>
  kind === "item" &&
  item_id !== null &&
  quantity > 0 &&
  !(restock === "cancel" && isOwn(id, item_id, "removed")) &&
  !(restock === "return" && isOwn(id, item_id, "returned"))

/**
 * What a change took off the order's total: an edit did so once, a return does
 * by what its units cost now.
 */
function valueOf(
  { kind, value, items: moved }: MedusaGoodsChange,
  order: MedusaOrder
): Decimal {
  return kind === "removed"
    ? (value ?? "0")
    : sum(
        moved.map(({ item_id, quantity }) => {
          const item = order.items.find(({ id }) => id === item_id)
          return item ? unitsValue(item, quantity) : "0"
        })
      )
}

/**
 * Amounts that were given back inside a line, without units, and are in what the
 * order owes for the line's units once more: what was given back and what came
 * back must not be more than the line cost.
 */
function amountsCovered(
  order: MedusaOrder,
  open: OrderRefundRecord[],
  goods: Pick<OrderGoods, "matched" | "isCancelled" | "returnedOf">
): { order_refund_id: string; item_id: string; amount: Decimal }[] {
  const inside = open.flatMap((refund) =>
    refund.lines
      .filter(
        ({ kind, item_id, quantity }) =>
          kind === "item" && item_id !== null && quantity === 0
      )
      .map(({ item_id, amount }) => ({
        order_refund_id: refund.id,
        item_id: String(item_id),
        amount,
      }))
  )
  const unit = formatPayable(1n, currencyOf(order.currency_code))
  return [...new Set(inside.map(({ item_id }) => item_id))].flatMap(
    (itemId) => {
      const amounts = inside.filter(({ item_id }) => item_id === itemId)
      const given = sum(amounts.map(({ amount }) => amount))
      const excess = excessOf(order, open, goods, { itemId, given })
      let left = MathBN.min(excess, given)
      if (MathBN.lt(left, unit)) {
        return []
      }
      return amounts.map(({ order_refund_id, item_id, amount }) => {
        const part = MathBN.min(left, amount)
        left = MathBN.sub(left, part)
        return { order_refund_id, item_id, amount: part.toFixed() }
      })
    }
  )
}

/** How much more was given back, or is owed, for a line than it costs. */
function excessOf(
  order: MedusaOrder,
  open: OrderRefundRecord[],
  {
    matched,
    isCancelled,
    returnedOf,
  }: Pick<OrderGoods, "matched" | "isCancelled" | "returnedOf">,
  { itemId, given }: { itemId: string; given: Decimal }
): Decimal {
  const item = order.items.find(({ id }) => id === itemId)
  if (!item) {
    // Our own refunds stop at what a line has left; Medusa's edits do not.
    const last = order.goods
      .filter(({ items: moved }) => unitsOf(moved, itemId) > 0)
      .at(-1)
    return last && !last.order_refund_id ? given : "0"
  }
  const forUnits = open.flatMap((refund) =>
    refund.lines
      .filter(
        ({ item_id, quantity }) =>
          item_id === itemId && quantity > 0 && !isCancelled(refund.id, itemId)
      )
      .map(({ amount }) => amount)
  )
  const gone = matched
    .filter(({ item_id, kind }) => item_id === itemId && kind === "removed")
    .map(({ amount }) => amount)
  return MathBN.sub(
    sum([given, ...forUnits, unitsValue(item, returnedOf(item))]),
    sum([unitsValue(item, item.quantity), ...gone])
  ).toFixed()
}
