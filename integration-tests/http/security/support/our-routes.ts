import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** One route, who may call it, and the right that an admin needs for it. */
export type Route = {
  method: "GET" | "POST" | "DELETE"
  path: string
  caller: "admin" | "customer" | "stripe" | "guest"
  /** `resource:operation`, of `src/policies`. */
  right?: string
}

const admin = (
  method: Route["method"],
  path: string,
  right: string
): Route => ({ method, path: `/admin/${path}`, caller: "admin", right })

const customer = (method: Route["method"], path: string): Route => ({
  method,
  path: `/store/${path}`,
  caller: "customer",
})

/** Every route that only the plugin has. A new one belongs here: access.spec.ts says so. */
export const ROUTES: readonly Route[] = [
  admin("GET", "order-refunds", "order_refund:read"),
  admin("GET", "order-refunds/:id", "order_refund:read"),
  admin("POST", "order-refunds/:id/assign", "order_refund:update"),
  admin("POST", "order-refunds/:id/assign/preview", "order_refund:read"),
  admin("POST", "order-refunds/:id/cancel", "order_refund:update"),
  admin("POST", "order-refunds/:id/resolve", "order_refund:update"),
  admin("POST", "order-refunds/:id/retry", "order_refund:update"),
  admin("POST", "order-refunds/:id/settle", "order_refund:update"),
  admin("POST", "order-refunds/:id/withdraw", "order_refund:update"),
  admin("GET", "orders/:id/edits", "order_refund:read"),
  admin("GET", "orders/:id/edits/:edit_id", "order_refund:read"),
  admin("POST", "orders/:id/edits", "order_edit:create"),
  admin("POST", "orders/:id/edits/preview", "order_edit:create"),
  admin("GET", "orders/:id/refunds", "order_refund:read"),
  admin("POST", "orders/:id/refunds", "order_refund:create"),
  admin("POST", "orders/:id/refunds/preview", "order_refund:read"),
  admin("GET", "orders/:id/release", "order_refund:read"),
  admin("GET", "orders/:id/release/:release_id", "order_refund:read"),
  admin("POST", "orders/:id/release", "order_refund:create"),
  admin("POST", "orders/:id/release/preview", "order_refund:read"),
  admin("POST", "refund-checks", "order_refund:update"),
  admin("GET", "refund-reconciliations", "refund_reconciliation:read"),
  admin("POST", "refund-reconciliations", "refund_reconciliation:create"),
  admin("GET", "refund-reconciliations/:id", "refund_reconciliation:read"),
  admin("DELETE", "orders/:id/refund-links", "refund_request:update"),
  admin("GET", "refund-requests", "refund_request:read"),
  admin("GET", "refund-requests/:id", "refund_request:read"),
  admin("GET", "refund-requests/:id/photos/:photo_id", "refund_request:read"),
  admin("GET", "refund-requests/:id/proposal", "refund_request:read"),
  admin("POST", "refund-requests/:id/approve", "order_refund:create"),
  admin("POST", "refund-requests/:id/ask", "refund_request:update"),
  admin("POST", "refund-requests/:id/assign", "refund_request:update"),
  admin("POST", "refund-requests/:id/decline", "refund_request:update"),
  admin("POST", "refund-requests/:id/goods", "refund_request:update"),
  admin("GET", "stripe-events", "stripe_event:read"),
  admin("POST", "stripe-events/:id/retry", "stripe_event:update"),
  { method: "POST", path: "/hooks/refunds/stripe", caller: "stripe" },
  { method: "GET", path: "/store/orders/:id/refunds", caller: "customer" },
  { method: "GET", path: "/store/refunds", caller: "customer" },
  customer("GET", "orders/:id/refund-options"),
  customer("GET", "orders/:id/refund-requests"),
  customer("POST", "orders/:id/refund-requests"),
  customer("GET", "orders/:id/refund-requests/:request_id"),
  customer("POST", "orders/:id/refund-requests/:request_id/answer"),
  customer("POST", "orders/:id/refund-requests/:request_id/cancel"),
  customer("POST", "orders/:id/refund-requests/:request_id/photos"),
  customer("POST", "refund-access"),
  customer("GET", "refund-policy"),
  customer("POST", "withdrawals"),
  { method: "GET", path: "/refunds/withdrawal", caller: "guest" },
  { method: "POST", path: "/refunds/withdrawal", caller: "guest" },
]

/** Routes of Medusa that ours take the place of; their rights are Medusa's. */
export const GUARDED_ROUTES: readonly Route[] = [
  { method: "POST", path: "/admin/payments/:id/refund", caller: "admin" },
  { method: "POST", path: "/admin/orders/:id/cancel", caller: "admin" },
]

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`

const API = join(__dirname, "../../../../src/api")

/** The routes that the files of `src/api` make, found as Medusa finds them. */
export function routesOfTheFiles(folder = ""): string[] {
  return readdirSync(join(API, folder), { withFileTypes: true }).flatMap(
    (entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        return routesOfTheFiles(path)
      }
      if (entry.name !== "route.ts") {
        return []
      }
      const url = folder.replace(/\[([^\]]+)\]/g, ":$1")
      return methodsOf(path).map((method) => `${method} ${url}`)
    }
  )
}

const METHODS =
  /^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gm

/** Read as text: what a route imports wants Medusa's container. */
const methodsOf = (path: string): string[] =>
  [...readFileSync(join(API, path), "utf8").matchAll(METHODS)].map((match) =>
    String(match[1])
  )
