import { sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { unitsValue } from "../plan/line-value"
import { coveredAmounts } from "./covered-amounts"
import type { OrderGoods, RefundGoods } from "./goods-types"
import { keptBack } from "./kept-back"
import { matchGoods } from "./match-goods"
import type {
  MedusaGoodsChange,
  MedusaOrder,
  MedusaOrderItem,
} from "./medusa-order"
import type { OrderRefundRecord } from "./refund-records"
import { unitsOf } from "./units-of"

type RefundLine = OrderRefundRecord["lines"][number]

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
  const open = refunds.filter(({ revoked_at }) => !revoked_at)
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
  const covered = coveredAmounts(order, refunds, {
    matched,
    isCancelled,
    returnedOf,
  })
  return {
    matched,
    isCancelled,
    returnedOf,
    keptBackOf: (item) => keptBack(order, refunds, item),
    coveredOf: (itemId) =>
      sum(
        ...covered
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
            value: sum(...changes.map((change) => valueOf(change, order))),
            settled: sum(...settled.map(({ amount }) => amount)),
          }
        : NOTHING
    },
  }
}

const items = ({ items: moved }: MedusaGoodsChange) => moved

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
        ...moved.map(({ item_id, quantity }) => {
          const item = order.items.find(({ id }) => id === item_id)
          return item ? unitsValue(item, quantity) : "0"
        })
      )
}
