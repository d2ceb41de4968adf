import type { QueryKey } from "@tanstack/react-query"

// Our queries about an order lie under the dashboard's own key for it: whatever
// makes the dashboard read the order again (a capture, Medusa's own refund, an
// order edit) then makes the widget look again, too.
// Source: @medusajs/dashboard/src/lib/query-key-factory.ts

const order = (orderId: string) => ["orders", "detail", orderId]

export const orderRefundsKey = (orderId: string) => [
  ...order(orderId),
  "order_refunds",
]

export const orderItemsKey = (orderId: string) => [
  ...order(orderId),
  "order_refund_items",
]

/** Not under the order's: what the merchant saw stays until a retry of it is settled. */
export const refundPlanKey = (previewPath: string, request: string) => [
  "order_refund_plan",
  previewPath,
  request,
]

export const refundActionKey = (refundId: string) => [
  "order_refund_action",
  refundId,
]

/** Under the dashboard's list of reasons, which it renews when one is added. */
export const refundReasonsKey = ["refund_reasons", "list", "order_refunds"]

/** Under the dashboard's list of locations, which it renews when one is added. */
export const stockLocationsKey = ["stock_locations", "list", "order_refunds"]

export const authorKey = (userId: string) => ["order_refund_author", userId]

/**
 * Everything the order page shows of an order. The dashboard nests the order's
 * key in that of its preview and its changes, so one prefix does not hit all;
 * what a refund does to goods it keeps under keys of their own.
 */
export const orderPageKeys = (orderId: string): QueryKey[] => [
  ["orders"],
  [order(orderId)],
  ["returns"],
  ["reservation_items"],
  ["inventory_item_levels"],
]
