import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { rightsOfRoutes } from "./rights"

export default defineMiddlewares({
  routes: [
    ...rightsOfRoutes,
    {
      matcher: "/hooks/refunds/stripe",
      methods: ["POST"],
      // Stripe signs the bytes; its events are far smaller than this.
      bodyParser: { preserveRawBody: true, sizeLimit: "1mb" },
    },
    {
      matcher: "/store/orders/:id/refunds",
      methods: ["GET"],
      middlewares: [
        // Strangers are told that the order does not exist, not to log in.
        authenticate("customer", ["session", "bearer"], {
          allowUnauthenticated: true,
        }),
      ],
    },
    {
      matcher: "/store/refunds",
      methods: ["GET"],
      middlewares: [authenticate("customer", ["session", "bearer"])],
    },
  ],
})
