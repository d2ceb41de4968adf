import {
  keptDiscount,
  type MedusaOrder,
  orderGoods,
  type OrderSnapshot,
  orderSnapshot,
  settledBooks,
  subtract,
  sum,
  type MedusaOrderPayment,
  type PaymentGateway,
} from "../../../domain"
import type { OrderTotals } from "../../../ledger"
import type { OrderRefundState } from "../../common/read-order-state"
import type { EditOrderRequest } from "../types"

/** The order as it will be, with what the settling of its books will write. */
export type SettledOrder = { order: MedusaOrder; snapshot: OrderSnapshot }

/**
 * The order as the edit will leave it: Medusa's totals, fewer units, and units
 * that left it for those that were refunded before.
 */
export function orderAfter(
  order: MedusaOrder,
  { items }: EditOrderRequest,
  totals: { before: OrderTotals; after: OrderTotals },
  now: Date
): MedusaOrder {
  const removed = items.flatMap(({ item_id, quantity }) => {
    const item = order.items.find(({ id }) => id === item_id)
    const fewer = (item?.quantity ?? 0) - quantity
    return fewer > 0 ? [{ item_id, quantity: fewer }] : []
  })
  return {
    ...order,
    active_change: null,
    pending_difference: sum(
      order.pending_difference,
      subtract(payableOf(totals.after), payableOf(totals.before))
    ),
    items: order.items.flatMap((item) => {
      const asked = items.find(({ item_id }) => item_id === item.id)
      if (!asked) {
        return [item]
      }
      const fewer = item.quantity - asked.quantity
      return asked.quantity > 0
        ? [
            {
              ...item,
              quantity: asked.quantity,
              adjustments:
                fewer > 0 ? keptDiscount(item, fewer) : item.adjustments,
            },
          ]
        : []
    }),
    goods: removed.length
      ? [
          ...order.goods,
          {
            id: "this-edit",
            kind: "removed",
            items: removed,
            return_id: null,
            order_refund_id: null,
            value: null,
            at: now.toISOString(),
          },
        ]
      : order.goods,
  }
}

/** Requested returns are owed before the goods are back. */
const payableOf = ({ total, returning_total }: OrderTotals) =>
  subtract(total, returning_total)

/**
 * What the order will owe once its books are settled: units that were refunded
 * before are not owed twice, and what nobody can pay is due to nobody. The same
 * figures as `settleOrderBooks`, unwritten.
 */
export function settledOrder(
  order: MedusaOrder,
  { records }: Pick<OrderRefundState, "records">,
  gatewayOf: (payment: MedusaOrderPayment) => PaymentGateway,
  now: Date
): SettledOrder {
  const refunds = records.order_refunds
  const goods = orderGoods(order, refunds)
  const settled = settledBooks(order, refunds, goods)
  return {
    order: settled,
    snapshot: orderSnapshot(
      settled,
      refunds,
      records.disputes,
      goods,
      gatewayOf,
      now
    ),
  }
}
