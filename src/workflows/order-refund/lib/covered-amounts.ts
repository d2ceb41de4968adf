import { MathBN } from "@medusajs/framework/utils"
import { unitsValue, type Decimal, smallestAmount } from "../../../domain"
import type { MedusaOrder, MedusaOrderItem } from "../../../ledger"
import type { OrderRefundRecord } from "../../../modules/refunds/types"
import { unitsOf, type OrderGoods } from "./order-goods"

type Goods = Pick<OrderGoods, "matched" | "isCancelled" | "returnedOf">

/** A part of a refund for one item, that no movement of units has settled. */
type Given = {
  order_refund_id: string
  item_id: string
  /** 0 for an amount inside the line. */
  quantity: number
  amount: Decimal
}

const sum = (amounts: Decimal[]): Decimal => MathBN.sum(0, ...amounts).toFixed()

/**
 * What was given back for a line, and is in what the order owes for its units
 * once more: what was given back and what came back must not be more than the
 * line costs. Amounts inside a line have no units that could be matched; and
 * Medusa's edit keeps a line's whole discount, so that units which were refunded
 * before may cost less than was given back for them.
 */
export function coveredAmounts(
  order: MedusaOrder,
  open: OrderRefundRecord[],
  goods: Goods
): Omit<Given, "quantity">[] {
  const given = open.flatMap((refund) => givenOf(refund, goods))
  const unit = smallestAmount(order.currency_code)
  return [...new Set(given.map(({ item_id }) => item_id))].flatMap((itemId) => {
    const ofItem = given.filter(({ item_id }) => item_id === itemId)
    const covering = ofItem.filter(
      ({ quantity }) => quantity === 0 || isEdited(order, itemId)
    )
    let left = MathBN.min(
      excessOf(order, goods, ofItem),
      sum(covering.map(({ amount }) => amount))
    )
    if (MathBN.lt(left, unit)) {
      return []
    }
    return covering.map(({ order_refund_id, item_id, amount }) => {
      const part = MathBN.min(left, amount)
      left = MathBN.sub(left, part)
      return { order_refund_id, item_id, amount: part.toFixed() }
    })
  })
}

/** Amounts inside lines first: they are settled before units are. */
function givenOf(
  { id, lines }: OrderRefundRecord,
  { matched, isCancelled }: Goods
): Given[] {
  return lines
    .filter(
      ({ kind, item_id, quantity }) =>
        kind === "item" &&
        item_id !== null &&
        !(quantity > 0 && isCancelled(id, item_id))
    )
    .map((line) => ({
      order_refund_id: id,
      item_id: String(line.item_id),
      quantity: line.quantity,
      amount: MathBN.sub(
        line.amount,
        sum(
          matched
            .filter(({ line_id }) => line_id === line.id)
            .map(({ amount }) => amount)
        )
      ).toFixed(),
    }))
    .sort((a, b) => Math.min(a.quantity, 1) - Math.min(b.quantity, 1))
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
  { matched, returnedOf }: Goods,
  given: Given[]
): Decimal {
  const itemId = String(given[0]?.item_id)
  const item = order.items.find(({ id }) => id === itemId)
  if (!item) {
    return excessOfRemoved(order, itemId, given)
  }
  return MathBN.sub(
    sum([
      ...given.map(({ amount }) => amount),
      unitsValue(item, returnedOf(item)),
    ]),
    unitsValue(item, item.quantity - backOf(item, matched))
  ).toFixed()
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
    ? sum(given.map(({ amount }) => amount))
    : "0"
}
