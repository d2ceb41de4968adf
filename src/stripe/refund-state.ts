import {
  capturedNothing,
  NEVER_CAPTURED,
  type RefundedCharge,
  type StripeRefundState,
} from "../domain"
import type Stripe from "stripe"
import { refundOutcome } from "./refund-outcome"

/** Makes Stripe tell the charge of every refund of a list. */
export const WITH_CHARGE = { expand: ["data.charge"] }

export const idOf = (reference: string | { id: string } | null | undefined) =>
  typeof reference === "string" ? reference : (reference?.id ?? null)

/** Reads what we need of a refund. */
export function refundState(refund: Stripe.Refund): StripeRefundState {
  const state = {
    id: refund.id,
    minor_amount: BigInt(refund.amount),
    currency_code: refund.currency.toLowerCase(),
    created: refund.created,
    refund_transaction_id: refund.metadata?.refund_transaction_id ?? null,
    metadata_order_id: refund.metadata?.order_id ?? null,
    payment_intent: idOf(refund.payment_intent),
    charge: idOf(refund.charge),
    of_charge: refundedCharge(refund.charge),
    outcome: refundOutcome(refund),
  }
  return capturedNothing(state.of_charge) ? asNeverCaptured(state) : state
}

/** Older versions say null of a charge that captured nothing. */
const refundedCharge = (
  charge: Stripe.Refund["charge"]
): RefundedCharge | null =>
  typeof charge === "object" && charge
    ? {
        id: charge.id,
        amount: BigInt(charge.amount),
        captured: BigInt(charge.captured ? charge.amount_captured : 0),
        rest_refunded: null,
      }
    : null

/** Such a refund moved nothing: it is told as one that was given up. */
export const asNeverCaptured = (
  refund: StripeRefundState
): StripeRefundState => ({
  ...refund,
  outcome: {
    ...refund.outcome,
    status: "canceled",
    failure_code: NEVER_CAPTURED,
    failure_reason: NEVER_CAPTURED,
  },
})
