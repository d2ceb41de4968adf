import { type PolicyOrder, refundableLines } from "../../domain"
import type { Parcel, RequestedOrder } from "../../ledger"
import type { OrderRefundState } from "../common/read-order-state"

/** An order as the rules of a policy see it. */
export function policyOrder(
  order: RequestedOrder,
  { order: books, snapshot, records }: OrderRefundState,
  open: Record<string, { requested: number; withdrawn: number }>
): PolicyOrder {
  const left = new Map(
    refundableLines(snapshot).map((line) => [line.line_id, line])
  )
  return {
    id: order.id,
    placed_at: order.placed_at,
    country_code: order.country_code,
    sales_channel_id: order.sales_channel_id,
    customer_group_ids: order.customer_group_ids,
    currency_code: order.currency_code,
    canceled: books.canceled,
    disputed: records.disputes.some(
      ({ is_charge_refundable }) => !is_charge_refundable
    ),
    flagged: order.is_on_hold,
    items: snapshot.items.map((item) => {
      const details = order.items.find(({ id }) => id === item.id)
      const refundable = left.get(item.id)?.refundable_quantity ?? 0
      const in_return = Math.min(
        item.returned_quantity,
        item.quantity - refundable
      )
      return {
        item_id: item.id,
        product_id: details?.product_id ?? null,
        category_ids: details?.category_ids ?? [],
        tag_ids: details?.tag_ids ?? [],
        requires_shipping: details?.requires_shipping ?? true,
        ordered_quantity: item.quantity,
        // The planner does not count what is on its way back; the rules do.
        refundable_quantity: refundable + in_return,
        in_return_quantity: in_return,
        requested_quantity: open[item.id]?.requested ?? 0,
        withdrawn_quantity: open[item.id]?.withdrawn ?? 0,
        parcels: parcelsOf(order.parcels, item.id),
      }
    }),
  }
}

const parcelsOf = (parcels: Parcel[], itemId: string) =>
  parcels.flatMap(({ items, shipped_at, delivered_at }) => {
    const quantity = items
      .filter(({ item_id }) => item_id === itemId)
      .reduce((sum, { quantity }) => sum + quantity, 0)
    return quantity > 0 ? [{ quantity, shipped_at, delivered_at }] : []
  })
