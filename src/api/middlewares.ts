import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { rightsOfRoutes } from "./rights"

/** What a customer who is logged in may ask, and the holder of a link. */
const CUSTOMER_ROUTES = [
  "/store/orders/:id/refunds",
  "/store/orders/:id/refund-options",
  "/store/orders/:id/refund-requests",
  "/store/orders/:id/refund-requests/:request_id",
  "/store/orders/:id/refund-requests/:request_id/:action",
]

export default defineMiddlewares({
  routes: [
    ...rightsOfRoutes,
    {
      matcher: "/hooks/refunds/stripe",
      methods: ["POST"],
      // Stripe signs the bytes; its events are far smaller than this.
      bodyParser: { preserveRawBody: true, sizeLimit: "1mb" },
    },
    ...CUSTOMER_ROUTES.map((matcher) => ({
      matcher,
      methods: ["GET" as const, "POST" as const],
      // Strangers are told that the order does not exist, not to log in.
      middlewares: [
        authenticate("customer", ["session", "bearer"], {
          allowUnauthenticated: true,
        }),
      ],
    })),
    {
      matcher: "/store/refunds",
      methods: ["GET"],
      middlewares: [authenticate("customer", ["session", "bearer"])],
    },
  ],
})
