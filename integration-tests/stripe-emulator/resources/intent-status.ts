import type Stripe from "stripe"
import { invalidRequest, missing } from "../errors"
import type { AccountState } from "../state"

type Status = Stripe.PaymentIntent.Status

/** What an intent can be changed, confirmed or (besides others) cancelled in. */
export const OPEN: Status[] = [
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
]

export function retrieveIntent(
  { data }: AccountState,
  id: string
): Stripe.PaymentIntent {
  const intent = data.paymentIntents[id]
  if (!intent) {
    throw missing("payment_intent", id, "intent")
  }
  return intent
}

/** The refusal of what an intent's state does not allow; it carries the intent. */
export const unexpectedState = (
  intent: Stripe.PaymentIntent,
  message: string,
  param?: string
) =>
  invalidRequest(message, {
    code: "payment_intent_unexpected_state",
    ...(param ? { param } : {}),
    // Medusa's provider reads it to see that the work was done.
    payment_intent: structuredClone(intent),
  })

/** Recorded texts, rows 028, 060 to 062, 065 and 090 of `stripe-recorded`. */
export function assertCapturable(intent: Stripe.PaymentIntent): void {
  const { status, amount, amount_received } = intent
  if (status === "requires_capture") {
    return
  }
  if (status !== "succeeded") {
    throw unexpectedState(
      intent,
      `This PaymentIntent could not be captured because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`
    )
  }
  throw unexpectedState(
    intent,
    amount_received === amount
      ? "This PaymentIntent could not be captured because it has already been captured."
      : "The remaining amount on this PaymentIntent could not be captured because the remainder of the authorized amount has been released."
  )
}

export function assertCancelable(intent: Stripe.PaymentIntent): void {
  const { status } = intent
  if (![...OPEN, "requires_capture", "processing"].includes(status)) {
    throw unexpectedState(
      intent,
      `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, expired, processing.`
    )
  }
}

export function assertConfirmable(intent: Stripe.PaymentIntent): void {
  if (!OPEN.includes(intent.status)) {
    throw unexpectedState(
      intent,
      `This PaymentIntent could not be confirmed because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be confirmed: ${OPEN.join(", ")}.`
    )
  }
}

export function assertAmountOpen(intent: Stripe.PaymentIntent): void {
  if (!OPEN.includes(intent.status)) {
    throw unexpectedState(
      intent,
      `This PaymentIntent's amount could not be updated because it has a status of ${intent.status}. You may only update the amount of a PaymentIntent with one of the following statuses: ${OPEN.join(", ")}.`,
      "amount"
    )
  }
}
