// Under the dashboard's own key for the order, as in `query-keys.ts`: whatever
// makes the dashboard read the order again makes the drawers look again, too.

export const orderToEditKey = (orderId: string) => [
  "orders",
  "detail",
  orderId,
  "order_edit_order",
]

/** Not under the order's: what the merchant saw stays until a retry of it is settled. */
export const livePreviewKey = (path: string, request: string) => [
  "order_edit_preview",
  path,
  request,
]

export const sentKey = (path: string) => ["order_edit_sent", path]

/** Under the dashboard's list of variants, which it renews when one changes. */
export const variantSearchKey = (words: string) => [
  "product_variants",
  "list",
  "order_edit",
  words,
]
