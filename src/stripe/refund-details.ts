import type Stripe from "stripe"
import type { RefundDetails } from "../domain"

/** What Stripe may say of the way back, for any payment method. */
type Destination = {
  type?: string
  reference?: string | null
  reference_status?: string | null
  network_decline_code?: string | null
}

/**
 * The block of the payment method that the money goes back by. Stripe gives a
 * reference for cards, Klarna, PayPal, bank transfers and a dozen more, always
 * in the block that `type` names; what comes next will be there, too.
 */
function destinationOf({ destination_details }: Stripe.Refund): Destination {
  const block: unknown =
    destination_details &&
    Reflect.get(destination_details, destination_details.type)
  return typeof block === "object" && block !== null ? block : {}
}

/** What the customer can ask their bank with, once there is one. */
export const bankReference = (refund: Stripe.Refund): string | null =>
  destinationOf(refund).reference || null

/** What Stripe says of a refund beside its status. */
export function refundDetails(refund: Stripe.Refund): RefundDetails {
  const { destination_details, next_action, pending_reason } = refund
  const destination = destinationOf(refund)
  const action = next_action?.display_details
  return {
    pending_reason: pending_reason ?? null,
    destination_type: destination_details?.type ?? null,
    card_refund_type:
      destination_details?.type === "card" ? (destination.type ?? null) : null,
    reference_status: destination.reference_status ?? null,
    network_decline_code: destination.network_decline_code ?? null,
    // Whom it was sent to is the customer's business, and the order knows it.
    action_email_sent_at: date(action?.email_sent?.email_sent_at),
    action_expires_at: date(action?.expires_at),
  }
}

const date = (seconds: number | null | undefined): string | null =>
  seconds ? new Date(seconds * 1000).toISOString() : null
