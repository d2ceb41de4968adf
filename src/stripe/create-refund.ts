import type Stripe from "stripe"
import type { GatewayOutcome } from "../domain"
import { classifyStripeError } from "./classify-error"
import { refundOutcome } from "./refund-outcome"
import type { StripeRefundTarget } from "./refund-target"

/** A refund request as it was stored: a repeat sends exactly the same. */
export type StripeRefundRequest = {
  target: StripeRefundTarget
  /** Stripe minor units, a decimal integer string. */
  minor_amount: string
  metadata: Record<string, string>
  instructions_email?: string
  idempotency_key: string
}

/**
 * Asks Stripe for a refund. Never throws for an answer of Stripe or of the
 * network; see {@link classifyStripeError}.
 *
 * No `reason` is sent: Medusa's refund reasons are the store's own words, and
 * Stripe's `fraudulent` would put the customer on the account's block lists.
 */
export async function createStripeRefund(
  stripe: Stripe,
  request: StripeRefundRequest
): Promise<GatewayOutcome> {
  const { target, metadata, instructions_email } = request
  const amount = Number(request.minor_amount)
  if (!Number.isSafeInteger(amount)) {
    return {
      kind: "declined",
      code: "invalid_amount",
      message: `${request.minor_amount} minor units are more than Stripe can refund at once.`,
    }
  }
  try {
    const refund = await stripe.refunds.create(
      {
        ...target,
        amount,
        metadata,
        ...(instructions_email ? { instructions_email } : {}),
      },
      { idempotencyKey: request.idempotency_key }
    )
    return refundOutcome(refund, refund.lastResponse.requestId)
  } catch (error) {
    return classifyStripeError(error)
  }
}
