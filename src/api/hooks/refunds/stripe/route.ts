import { Modules } from "@medusajs/framework/utils"
import { refundsModule } from "../../../../workflows/common/refunds-module"
import {
  receiveStripeEvent,
  STRIPE_EVENT_RECEIVED,
} from "../../../../workers/inbox"
import { refundRoute } from "../../../utils/refund-route"

/**
 * Stripe's webhook endpoint. The event is committed before the answer; what it
 * means is worked out afterwards, so that Stripe never waits for it.
 */
export const POST = refundRoute(async (req, res) => {
  if (!refundsModule(req.scope).options.stripe?.webhookSecret.length) {
    res.status(503).json({
      type: "unexpected_state",
      code: "webhook_secret_missing",
      message:
        "This store has no stripe.webhookSecret, so it cannot tell what Stripe has signed. Set it to the signing secret (whsec_...) of this endpoint.",
    })
    return
  }
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
})
