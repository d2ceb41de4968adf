import Stripe from "stripe"

/**
 * How far the money of a payment intent is. `unpaid`: nothing was taken, and it
 * can still be paid. `unknown`: Stripe could not be asked, or answered with a
 * word that is newer than this code.
 */
export type IntentState =
  | { kind: "paid"; minor_amount: number }
  | { kind: "authorized" }
  | { kind: "on_its_way" }
  | ({ kind: "unpaid" } & Decline)
  | { kind: "canceled" }
  | { kind: "unknown"; message: string }

/** Why a card was not charged. */
export type Decline = {
  code: string | null
  message: string | null
  /** The bank's reason, where Stripe tells it: `insufficient_funds`. */
  decline_code: string | null
  /** `try_again_later`, `do_not_try_again` or `confirm_card_data`. */
  advice_code: string | null
}

/**
 * Charges a saved card while the customer is away. An intent takes money at most
 * once, so a lost answer costs nothing: read it back.
 *
 * Stripe refuses a card that wants the customer (3-D Secure) with
 * `authentication_required`. Source: docs.stripe.com/payments/save-and-reuse.
 */
export const confirmOffSession = (
  stripe: Stripe,
  intent: { id: string; payment_method: string; idempotency_key: string }
): Promise<IntentState> =>
  stateOf(() =>
    stripe.paymentIntents.confirm(
      intent.id,
      { payment_method: intent.payment_method, off_session: true },
      { idempotencyKey: intent.idempotency_key }
    )
  )

/** A payment intent as it is now. */
export const readIntent = (stripe: Stripe, id: string): Promise<IntentState> =>
  stateOf(() => stripe.paymentIntents.retrieve(id))

/**
 * Makes sure that an intent takes no money any more, or tells that it did.
 *
 * @returns `canceled`, or what kept it from being cancelled
 */
export async function cancelIntent(
  stripe: Stripe,
  id: string
): Promise<IntentState> {
  const canceled = await stateOf(() => stripe.paymentIntents.cancel(id))
  return canceled.kind === "unpaid" ? readIntent(stripe, id) : canceled
}

async function stateOf(
  call: () => Promise<Stripe.PaymentIntent>
): Promise<IntentState> {
  try {
    return intentState(await call())
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) {
      throw error
    }
    const refused =
      error instanceof Stripe.errors.StripeCardError ||
      error instanceof Stripe.errors.StripeInvalidRequestError
    return refused
      ? { kind: "unpaid", ...declineOf(error, error.code ?? error.type) }
      : { kind: "unknown", message: error.message }
  }
}

function intentState(intent: Stripe.PaymentIntent): IntentState {
  switch (intent.status) {
    case "succeeded":
      return { kind: "paid", minor_amount: intent.amount_received }
    case "requires_capture":
      return { kind: "authorized" }
    case "processing":
      return { kind: "on_its_way" }
    case "canceled":
      return { kind: "canceled" }
    case "requires_payment_method":
    case "requires_confirmation":
    case "requires_action": {
      const error = intent.last_payment_error
      return { kind: "unpaid", ...declineOf(error, error?.code) }
    }
    default:
      return {
        kind: "unknown",
        message: `The payment intent is ${String(intent.status)}.`,
      }
  }
}

// Stripe also sends an empty decline code.
const declineOf = (
  error: {
    message?: string
    decline_code?: string
    advice_code?: string
  } | null,
  code: string | undefined
): Decline => ({
  code: code ?? null,
  message: error?.message ?? null,
  decline_code: error?.decline_code || null,
  advice_code: error?.advice_code || null,
})
