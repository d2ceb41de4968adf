import Stripe from "stripe"
import type { ReleaseOutcome } from "../domain"
import { classifyStripeError } from "./classify-error"
import { idOf } from "./refund-state"

/** A request as it was stored: a repeat sends exactly the same. */
export type StripeReleaseRequest = {
  payment_intent: string
  /** Stripe minor units, a decimal integer string; null cancels. */
  minor_amount: string | null
  idempotency_key: string
}

/**
 * Captures less than was authorised, or cancels the authorisation: in both cases
 * Stripe lets the rest go. A payment intent is captured only once. Never throws
 * for an answer of Stripe or of the network.
 */
export async function sendStripeRelease(
  stripe: Stripe,
  request: StripeReleaseRequest
): Promise<ReleaseOutcome> {
  const { payment_intent, minor_amount, idempotency_key } = request
  const options = { idempotencyKey: idempotency_key }
  try {
    const intent =
      minor_amount === null
        ? await stripe.paymentIntents.cancel(payment_intent, {}, options)
        : await stripe.paymentIntents.capture(
            payment_intent,
            { amount_to_capture: Number(minor_amount) },
            options
          )
    return accepted(intent, intent.lastResponse.requestId)
  } catch (error) {
    return outcomeOfError(error, request)
  }
}

/**
 * Reads back what became of a request whose answer never came.
 *
 * @returns null while the authorisation waits as before: nothing was carried out
 * @throws StripeError when it could not be read: proves nothing
 */
export async function findStripeRelease(
  stripe: Stripe,
  request: StripeReleaseRequest
): Promise<ReleaseOutcome | null> {
  return outcomeOfState(
    await stripe.paymentIntents.retrieve(request.payment_intent),
    request
  )
}

/** Whoever repeats after the key is forgotten is told of the intent's new state. */
function outcomeOfError(
  error: unknown,
  request: StripeReleaseRequest
): ReleaseOutcome {
  const { payment_intent } =
    error instanceof Stripe.errors.StripeError ? error : {}
  const found = payment_intent ? outcomeOfState(payment_intent, request) : null
  return found && found.kind !== "declined" ? found : classifyStripeError(error)
}

function outcomeOfState(
  intent: Stripe.PaymentIntent,
  { minor_amount }: StripeReleaseRequest
): ReleaseOutcome | null {
  if (intent.status === "requires_capture") {
    return null
  }
  const done =
    minor_amount === null
      ? intent.status === "canceled"
      : intent.status === "succeeded" &&
        String(intent.amount_received) === minor_amount
  if (done) {
    return accepted(intent)
  }
  const code = "payment_intent_unexpected_state"
  return HOLDS_NOTHING.includes(intent.status)
    ? {
        kind: "declined",
        code,
        message: `The payment intent ${intent.id} is ${intent.status} already, not by this request.`,
      }
    : {
        kind: "unknown",
        code,
        message: `The payment intent ${intent.id} is ${intent.status}: Stripe has not said yet what becomes of it.`,
      }
}

/**
 * Where nothing is held any more, so that the request can do nothing either. In
 * any other state it may still be carried out: `processing`, or a word that is
 * newer than this code (Stripe's messages name `requires_reauthorization`).
 */
const HOLDS_NOTHING: readonly string[] = [
  "succeeded",
  "canceled",
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
] satisfies Stripe.PaymentIntent.Status[]

const accepted = (
  intent: Stripe.PaymentIntent,
  requestId?: string | null
): ReleaseOutcome => ({
  kind: "accepted",
  data: {
    status: intent.status,
    amount_capturable: intent.amount_capturable,
    amount_received: intent.amount_received,
    latest_charge: idOf(intent.latest_charge),
    canceled_at: intent.canceled_at,
  },
  request_id: requestId ?? null,
})
