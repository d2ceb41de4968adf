import type { PaidOrder } from "../../../../support/paid-order"
import { deliverAll } from "../../../../support/stripe-webhooks"
import type { World } from "../story"

/** What happens at Stripe without our doing, and is told by its events. */
export function atStripe({ api, container, stripe }: World, order: PaidOrder) {
  const tellUs = () => deliverAll(container, stripe, api)
  return {
    tellUs,
    /** In Stripe's Dashboard; amounts in minor units. */
    async refundInDashboard(amount?: number, payment = 0) {
      stripe.control.refundInDashboard({
        payment_intent: String(order.payments[payment]?.payment_intent),
        ...(amount ? { amount } : {}),
      })
      await tellUs()
    },
    /** Stripe refuses the next refund. */
    declineNext() {
      stripe.control.addFault({
        method: "POST",
        path: "/v1/refunds",
        effect: "decline",
        error: {
          status: 400,
          code: "charge_not_refundable",
          message: "This charge cannot be refunded any more.",
        },
        times: 1,
      })
    },
  }
}
