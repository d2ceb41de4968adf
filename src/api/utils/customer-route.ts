import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { AccessScope } from "../../domain"
import { assertMayAct, type Caller } from "../../queries/customer-access"
import { refundRoute } from "./refund-route"

/** The header in which a guest's link travels: an address would end in logs. */
export const ACCESS_HEADER = "x-refund-access"

/** Who asks. Medusa's middleware has looked at the login. */
export const callerOf = (req: MedusaRequest): Caller => ({
  customer_id:
    (req as Partial<AuthenticatedMedusaRequest>).auth_context?.actor_id || null,
  token: req.get(ACCESS_HEADER) ?? null,
})

/** Nobody but the customer's browser keeps the answer, and no page learns the address. */
export function keepPrivate(
  req: MedusaRequest,
  res: { set(name: string, value: string): unknown }
): void {
  res.set(
    "Cache-Control",
    req.get(ACCESS_HEADER) ? "no-store" : "private, no-cache"
  )
  res.set("Referrer-Policy", "no-referrer")
}

/**
 * A route of a customer's own order: of the login, or of a signed link.
 *
 * @throws order_not_found to everybody else
 */
export const customerRoute = <Answer>(
  scope: AccessScope,
  handler: (
    req: MedusaRequest,
    res: MedusaResponse<Answer>,
    orderId: string
  ) => Promise<void>
) =>
  refundRoute(async (req: MedusaRequest, res: MedusaResponse<Answer>) => {
    keepPrivate(req, res)
    const orderId = String(req.params.id)
    await assertMayAct(req.scope, orderId, callerOf(req), scope)
    await handler(req, res, orderId)
  })
