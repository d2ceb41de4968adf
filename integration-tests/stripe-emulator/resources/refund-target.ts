import type Stripe from "stripe"
import { invalidRequest } from "../errors"
import type { Form } from "../form-encoding"
import { text } from "../params"
import type { AccountState } from "../state"
import { retrieveCharge } from "./charges"
import { retrieveIntent } from "./intent-status"

const uncaptured = (intent: string) =>
  invalidRequest(
    `This uncaptured Charge was created by a PaymentIntent (${intent}). You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method`
  )

/** The charge that a request to refund names, or the latest one of its intent. */
export function chargeToRefund(
  state: AccountState,
  params: Form
): Stripe.Charge {
  const chargeId = text(params, "charge")
  const intentId = text(params, "payment_intent")
  if (!chargeId && !intentId) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge."
    )
  }
  if (!intentId) {
    const charge = retrieveCharge(state, String(chargeId))
    if (!charge.captured && !charge.refunded && charge.payment_intent) {
      throw uncaptured(String(charge.payment_intent))
    }
    return charge
  }
  const intent = retrieveIntent(state, intentId)
  if (intent.status === "requires_capture") {
    throw uncaptured(intentId)
  }
  if (intent.status !== "succeeded") {
    throw invalidRequest(
      `This PaymentIntent (${intentId}) does not have a successful charge to refund.`
    )
  }
  return retrieveCharge(state, String(intent.latest_charge))
}

export type ChargeReference = { payment_intent?: string; charge?: string }

/** The charge itself, or the latest one of a payment intent. */
export const chargeOf = (
  state: AccountState,
  { charge, payment_intent = "" }: ChargeReference
): Stripe.Charge =>
  retrieveCharge(
    state,
    charge ?? String(retrieveIntent(state, payment_intent).latest_charge)
  )

/** Refuses refunds of a charge whose money is at the customer's bank. */
export function assertRefundable(
  { data }: AccountState,
  charge: Stripe.Charge
): void {
  const blocked = Object.values(data.disputes).some(
    (dispute) => dispute.charge === charge.id && !dispute.is_charge_refundable
  )
  if (blocked) {
    throw invalidRequest(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      { code: "charge_disputed" }
    )
  }
}
