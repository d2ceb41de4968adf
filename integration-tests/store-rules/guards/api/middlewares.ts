import {
  defineMiddlewares,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

type Middleware = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) => void

/** Answers for the route, where the request names this rule. */
const refuse =
  (rule: string): Middleware =>
  (req, res, next) => {
    if (req.get("x-refused-by") !== rule) {
      next()
      return
    }
    res.status(403).json({ refused_by: rule })
  }

const throwForbidden: Middleware = (req, _res, next) => {
  if (req.get("x-refused-by") === "throwing") {
    throw new MedusaError(MedusaError.Types.FORBIDDEN, "Ask the shop owner.")
  }
  next()
}

/** Nobody refunds more than 5.00 here. */
const capAmount: Middleware = (req, _res, next) => {
  if (req.get("x-capped")) {
    Object.assign(req.validatedBody ?? {}, { amount: 5 })
  }
  next()
}

const POST = { methods: ["POST" as const] }

/** The rules of a store, of every kind that Medusa lets it write. */
export default defineMiddlewares({
  routes: [
    { matcher: "/admin*", middlewares: [refuse("everything")] },
    { ...POST, matcher: "/admin/*", middlewares: [refuse("wildcard")] },
    {
      ...POST,
      matcher: /\/(refunds?|cancel|withdraw)$/,
      middlewares: [refuse("regex")],
    },
    ...[
      "/admin/payments/:id/refund",
      "/admin/orders/:id/cancel",
      "/admin/orders/:id/refunds",
      "/admin/order-refunds/:id/withdraw",
    ].map((matcher) => ({
      ...POST,
      matcher,
      middlewares: [refuse("route"), throwForbidden, capAmount],
      bodyParser: { sizeLimit: "1kb" },
    })),
  ],
})
