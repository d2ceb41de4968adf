import type { MedusaContainer } from "@medusajs/framework/types"
import type { StripeEventRecord } from "../../modules/refunds/types"
import { retrieveDispute, retrieveRefund, stripeClient } from "../../stripe"
import { refundsModule } from "../order-refund/lib/refunds-module"
import { isDispute } from "./event-types"

/**
 * The payment intent, or the charge, that events are about. A thin event names
 * only its refund or dispute, which Stripe is asked for then.
 */
export async function eventTarget(
  container: MedusaContainer,
  events: StripeEventRecord[]
): Promise<string | null> {
  for (const { payment_intent, charge } of events) {
    if (payment_intent ?? charge) {
      return payment_intent ?? charge
    }
  }
  const { stripe: options } = refundsModule(container).options
  const [event] = events
  if (!options || !event?.object_id) {
    return null
  }
  const stripe = stripeClient(options)
  const object = isDispute(event.type)
    ? await retrieveDispute(stripe, event.object_id)
    : await retrieveRefund(stripe, event.object_id)
  return object.payment_intent ?? object.charge
}
