import type { TakenAmount } from "../domain"
import type Stripe from "stripe"
import type { StripeRefundTarget } from "./refund-target"

/** Reads what Stripe really took: the capture, or the captures, of a payment. */
export async function readTakenAmount(
  stripe: Stripe,
  target: StripeRefundTarget
): Promise<TakenAmount> {
  if ("payment_intent" in target) {
    const { amount_received, currency } = await stripe.paymentIntents.retrieve(
      target.payment_intent
    )
    return { minor_amount: BigInt(amount_received), currency_code: currency }
  }
  const { amount_captured, currency } = await stripe.charges.retrieve(
    target.charge
  )
  return { minor_amount: BigInt(amount_captured), currency_code: currency }
}
