import { lessThan, minimum, subtract, sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { smallestAmount } from "../money/money"
import { unitsValue } from "../plan/line-value"
import type { OrderGoods } from "./goods-types"
import { keptBack } from "./kept-back"
import type { MedusaOrder, MedusaOrderItem } from "./medusa-order"
import type { OrderRefundRecord } from "./refund-records"
import { unitsOf } from "./units-of"

type Goods = Pick<OrderGoods, "matched" | "isCancelled" | "returnedOf">

/** A part of a refund for one item, that no movement of units has settled. */
type Given = {
  order_refund_id: string
  item_id: string
  /** 0 for an amount inside the line. */
  quantity: number
  amount: Decimal
}

/**
 * The part of earlier refunds of a line that a later return or edit made the order
 * owe a second time: what was given back and what came back must not be more than the
 * line costs. Amounts inside a line have no units that could be matched; and
 * Medusa's edit keeps a line's whole discount, so that units which were refunded
 * before may cost less than was given back for them.
 */
export function coveredAmounts(
  order: MedusaOrder,
  refunds: OrderRefundRecord[],
  goods: Goods
): Omit<Given, "quantity">[] {
  const given = refunds
    .filter(({ revoked_at }) => !revoked_at)
    .flatMap((refund) => givenOf(refund, goods))
    // Amounts inside lines first: they are settled before units are.
    .sort((a, b) => Math.min(a.quantity, 1) - Math.min(b.quantity, 1))
  const unit = smallestAmount(order.currency_code)
  return [...new Set(given.map(({ item_id }) => item_id))].flatMap((itemId) => {
    const ofItem = given.filter(({ item_id }) => item_id === itemId)
    const covering = ofItem.filter(
      ({ quantity }) => quantity === 0 || isEdited(order, itemId)
    )
    let left = minimum(
      excessOf(order, refunds, goods, ofItem),
      sum(...covering.map(({ amount }) => amount))
    )
    if (lessThan(left, unit)) {
      return []
    }
    return covering.map(({ order_refund_id, item_id, amount }) => {
      const part = minimum(left, amount)
      left = subtract(left, part)
      return { order_refund_id, item_id, amount: part }
    })
  })
}

function givenOf(
  { id, lines }: OrderRefundRecord,
  { matched, isCancelled }: Goods
): Given[] {
  return lines
    .filter(
      ({ kind, item_id, restock }) =>
        kind === "item" &&
        item_id !== null &&
        // Withdrawn in part, such a line has no quantity any more.
        !(restock === "cancel" && isCancelled(id, item_id))
    )
    .map((line) => ({
      order_refund_id: id,
      item_id: String(line.item_id),
      quantity: line.quantity,
      amount: subtract(
        line.amount,
        sum(
          ...matched
            .filter(({ line_id }) => line_id === line.id)
            .map(({ amount }) => amount)
        )
      ),
    }))
}

/** Whether Medusa's own edit took units of a line that is still on the order. */
const isEdited = ({ items, goods }: MedusaOrder, itemId: string): boolean =>
  items.some(({ id }) => id === itemId) &&
  goods.some(
    ({ kind, order_refund_id, items: moved }) =>
      kind === "removed" && !order_refund_id && unitsOf(moved, itemId) > 0
  )

/** How much more was given back, or is owed, for a line than it costs. */
function excessOf(
  order: MedusaOrder,
  refunds: OrderRefundRecord[],
  goods: Goods,
  given: Given[]
): Decimal {
  const itemId = String(given[0]?.item_id)
  const item = order.items.find(({ id }) => id === itemId)
  if (!item) {
    return excessOfRemoved(order, itemId, given)
  }
  return subtract(
    sum(
      ...given.map(({ amount }) => amount),
      unitsValue(item, goods.returnedOf(item))
    ),
    sum(
      unitsValue(item, item.quantity - backOf(item, goods.matched)),
      keptBack(order, refunds, item)
    )
  )
}

const backOf = ({ id }: MedusaOrderItem, matched: Goods["matched"]): number =>
  unitsOf(
    matched.filter(({ kind }) => kind === "returned"),
    id
  )

/** Our own refunds stop at what a line has left; Medusa's edits do not. */
function excessOfRemoved(
  order: MedusaOrder,
  itemId: string,
  given: Given[]
): Decimal {
  const last = order.goods
    .filter(({ items }) => unitsOf(items, itemId) > 0)
    .at(-1)
  return last && !last.order_refund_id
    ? sum(...given.map(({ amount }) => amount))
    : "0"
}
