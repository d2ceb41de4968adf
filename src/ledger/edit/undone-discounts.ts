import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** What discounts can be on. */
export type OrderLines = {
  id: string
  items: { id: string }[]
  shipping_methods: { id: string }[]
}

/** The column is on both tables, and in neither type. */
type Versioned = { id: string; version?: number }

/**
 * Removes discounts of versions that the order never reached. Medusa leaves them
 * behind where the confirmation of an order edit fails (too little stock, for
 * example), and the order's next change counts them beside its own: the order
 * would seem to owe them.
 *
 * The rows are read before the version: what is confirmed in between has made
 * the version that its rows name, and is kept.
 *
 * Source: `undoLastChange_` of @medusajs/order/dist/services/order-module-service.js,
 * which forgets them, beside `revertLastChange_`, which does not.
 */
export async function removeUndoneDiscounts(
  container: MedusaContainer,
  order: OrderLines
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const [ofItems, ofShipping]: Versioned[][] = await Promise.all([
    orders.listOrderLineItemAdjustments(
      { item_id: order.items.map(({ id }) => id) },
      { take: null }
    ),
    orders.listOrderShippingMethodAdjustments(
      { shipping_method_id: order.shipping_methods.map(({ id }) => id) },
      { take: null }
    ),
  ])
  const { version } = await orders.retrieveOrder(order.id, {
    select: ["id", "version"],
  })
  const undone = (rows: Versioned[] = []) =>
    rows.flatMap((row) => ((row.version ?? 0) > version ? row.id : []))
  const [items, shipping] = [undone(ofItems), undone(ofShipping)]
  if (items.length) {
    await orders.deleteOrderLineItemAdjustments(items)
  }
  if (shipping.length) {
    await orders.deleteOrderShippingMethodAdjustments(shipping)
  }
}
