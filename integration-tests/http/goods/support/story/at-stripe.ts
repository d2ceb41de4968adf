import type { PaidOrder } from "../../../../support/paid-order"
import type { World } from "../story"
import { deliverOwn } from "./deliver-own"

/** What happens at Stripe without our doing, and is told by its events. */
export function atStripe(world: World, order: PaidOrder) {
  const { stripe } = world
  const tellUs = () => deliverOwn(world, order)
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
    /** What Stripe can still give back of a payment, in minor units. */
    leftAtStripe(payment: number): number {
      const charge = stripe.control
        .snapshot()
        .charges.find(({ id }) => id === order.payments[payment]?.charge)
      return charge ? charge.amount_captured - charge.amount_refunded : 0
    },
    /** Stripe refuses the order's next refund. */
    declineNext() {
      stripe.control.addFault({
        method: "POST",
        path: "/v1/refunds",
        when: ({ payment_intent }) =>
          order.payments.some((each) => each.payment_intent === payment_intent),
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
