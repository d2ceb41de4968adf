import type Stripe from "stripe"
import type { GatewayOutcome } from "../domain/gateway-outcome"
import { refundOutcome } from "./refund-outcome"
import type { StripeRefundTarget } from "./refund-target"

/**
 * Looks for a refund of ours by its metadata. Listing is read-after-write
 * consistent; Stripe's search API is not, and knows no refunds.
 *
 * @returns null when Stripe has no such refund
 * @throws StripeError when the listing could not be finished: proves nothing
 */
export async function findStripeRefund(
  stripe: Stripe,
  target: StripeRefundTarget,
  refundTransactionId: string
): Promise<Extract<GatewayOutcome, { kind: "accepted" }> | null> {
  for await (const refund of stripe.refunds.list({ ...target, limit: 100 })) {
    if (refund.metadata?.refund_transaction_id === refundTransactionId) {
      return refundOutcome(refund)
    }
  }
  return null
}
