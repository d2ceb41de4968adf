import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import {
  receiveStripeEvent,
  STRIPE_EVENT_RECEIVED,
} from "../../../../workflows/stripe-events"

/**
 * Stripe's webhook endpoint. The event is committed before the answer; what it
 * means is worked out afterwards, so that Stripe never waits for it.
 */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const received = Buffer.isBuffer(req.rawBody)
    ? await receiveStripeEvent(req.scope, {
        body: req.rawBody,
        signature: req.headers["stripe-signature"],
        door: "/hooks/refunds/stripe",
      })
    : ({ verified: false } as const)
  if (!received.verified) {
    res.status(400).json({
      type: "invalid_data",
      code: "invalid_signature",
      message: "The signature does not fit.",
    })
    return
  }
  res.json({ received: true })
  if (received.to_process) {
    await req.scope
      .resolve(Modules.EVENT_BUS)
      .emit({ name: STRIPE_EVENT_RECEIVED, data: { id: received.id } }, {})
  }
}
