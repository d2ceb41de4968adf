import type Stripe from "stripe"
import type { GatewayOutcome } from "../domain"
import { classifyStripeError } from "./classify-error"
import { refundOutcome } from "./refund-outcome"

/** Asks Stripe to cancel a refund: possible only while it waits for the customer. */
export async function cancelStripeRefund(
  stripe: Stripe,
  id: string
): Promise<GatewayOutcome> {
  try {
    const refund = await stripe.refunds.cancel(id)
    return refundOutcome(refund, refund.lastResponse.requestId)
  } catch (error) {
    return classifyStripeError(error)
  }
}
