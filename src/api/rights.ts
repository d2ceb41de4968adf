import type { MiddlewareRoute } from "@medusajs/framework/http"

const right = (
  method: "GET" | "POST" | "DELETE",
  matcher: string,
  resource: string,
  operation: "read" | "create" | "update"
): MiddlewareRoute => ({
  matcher,
  methods: [method],
  policies: [{ resource, operation }],
})

/**
 * The right that an admin needs for each route, where Medusa's access control
 * is switched on. Without these, whoever may read an order could refund it.
 */
export const rightsOfRoutes: MiddlewareRoute[] = [
  right("GET", "/admin/orders/:id/refunds", "order_refund", "read"),
  right("POST", "/admin/orders/:id/refunds/preview", "order_refund", "read"),
  right("POST", "/admin/orders/:id/refunds", "order_refund", "create"),
  right("GET", "/admin/orders/:id/release", "order_refund", "read"),
  right("GET", "/admin/orders/:id/edits", "order_refund", "read"),
  right("GET", "/admin/orders/:id/release/:release_id", "order_refund", "read"),
  right("GET", "/admin/orders/:id/edits/:edit_id", "order_refund", "read"),
  right("POST", "/admin/orders/:id/release/preview", "order_refund", "read"),
  right("POST", "/admin/orders/:id/release", "order_refund", "create"),
  // A preview opens an order change for a moment, and reads the saved cards.
  right("POST", "/admin/orders/:id/edits/preview", "order_edit", "create"),
  right("POST", "/admin/orders/:id/edits", "order_edit", "create"),
  right("GET", "/admin/order-refunds", "order_refund", "read"),
  right("GET", "/admin/order-refunds/:id", "order_refund", "read"),
  ...["retry", "resolve", "settle", "withdraw", "cancel", "assign"].map(
    (action) =>
      right(
        "POST",
        `/admin/order-refunds/:id/${action}`,
        "order_refund",
        "update"
      )
  ),
  right(
    "POST",
    "/admin/order-refunds/:id/assign/preview",
    "order_refund",
    "read"
  ),
  right("POST", "/admin/refund-checks", "order_refund", "update"),
  right(
    "GET",
    "/admin/refund-reconciliations",
    "refund_reconciliation",
    "read"
  ),
  right(
    "POST",
    "/admin/refund-reconciliations",
    "refund_reconciliation",
    "create"
  ),
  right(
    "GET",
    "/admin/refund-reconciliations/:id",
    "refund_reconciliation",
    "read"
  ),
  right("GET", "/admin/refund-requests", "refund_request", "read"),
  right("GET", "/admin/refund-requests/:id", "refund_request", "read"),
  right("GET", "/admin/refund-requests/:id/proposal", "refund_request", "read"),
  right(
    "GET",
    "/admin/refund-requests/:id/photos/:photo_id",
    "refund_request",
    "read"
  ),
  // To agree is to refund.
  right("POST", "/admin/refund-requests/:id/approve", "order_refund", "create"),
  ...["decline", "ask", "goods", "assign"].map((action) =>
    right(
      "POST",
      `/admin/refund-requests/:id/${action}`,
      "refund_request",
      "update"
    )
  ),
  right("DELETE", "/admin/orders/:id/refund-links", "refund_request", "update"),
  right("GET", "/admin/stripe-events", "stripe_event", "read"),
  right("POST", "/admin/stripe-events/:id/retry", "stripe_event", "update"),
]
