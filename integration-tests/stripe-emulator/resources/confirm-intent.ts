import type Stripe from "stripe"
import { ApiError, invalidRequest } from "../errors"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { text } from "../params"
import type { AccountState } from "../state"
import { captureCharge, createCharge, settleCharge } from "./charges"
import { AUTHENTICATION_REQUIRED, declineOf, type Decline } from "./declines"
import { disputeTestCard } from "./dispute-test-cards"
import { assertConfirmable, unexpectedState } from "./intent-status"
import { methodToUse, tokenOf } from "./payment-methods"

/** 3-D Secure on every payment. Source: docs.stripe.com/testing */
const WANTS_THE_CUSTOMER = "pm_card_authenticationRequired"

/** Charges the payment method of an intent, or of the request. */
export function confirmIntent(
  state: AccountState,
  intent: Stripe.PaymentIntent,
  params: Form,
  emit: Emit
): Stripe.PaymentIntent {
  assertConfirmable(intent)
  const method = methodOf(state, intent, params)
  assertUsable(state, intent, method)
  const token = tokenOf(state, method.id)
  if (token === WANTS_THE_CUSTOMER && text(params, "off_session") !== "true") {
    intent.payment_method = method.id
    intent.status = "requires_action"
    intent.next_action = { type: "use_stripe_sdk", use_stripe_sdk: {} }
    emit("payment_intent.requires_action", intent)
    return intent
  }
  const decline =
    token === WANTS_THE_CUSTOMER ? AUTHENTICATION_REQUIRED : declineOf(token)
  if (decline) {
    throw refuse(state, intent, method, decline, emit)
  }
  return charge(state, intent, method, emit)
}

function charge(
  state: AccountState,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  emit: Emit
): Stripe.PaymentIntent {
  const payer = payerOf(intent)
  if (payer.customer && intent.setup_future_usage) {
    method.customer = payer.customer
  }
  const manual = intent.capture_method === "manual"
  const made = createCharge(state, payer, method)
  if (!manual) {
    captureCharge(made, intent.amount)
    if (intent.capture_method === "automatic") {
      settleCharge(state, made)
    } else {
      state.later("balanceTransaction", made.id)
    }
  }
  intent.payment_method = method.id
  intent.last_payment_error = null
  intent.next_action = null
  intent.latest_charge = made.id
  intent.status = manual ? "requires_capture" : "succeeded"
  intent.amount_capturable = manual ? intent.amount : 0
  intent.amount_received = manual ? 0 : intent.amount
  emit("charge.succeeded", made)
  if (!manual) {
    disputeTestCard(state, made, emit)
  }
  emit(
    manual
      ? "payment_intent.amount_capturable_updated"
      : "payment_intent.succeeded",
    intent
  )
  return intent
}

/** The bank refuses: a failed charge stays, and the intent waits for another card. */
function refuse(
  state: AccountState,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
  emit: Emit
): ApiError {
  const failed = createCharge(state, payerOf(intent), method, decline)
  const error = {
    type: "card_error" as const,
    ...decline,
    charge: failed.id,
    payment_method: structuredClone(method),
  }
  intent.status = "requires_payment_method"
  intent.payment_method = null
  intent.latest_charge = failed.id
  intent.last_payment_error = {
    ...error,
    doc_url: `https://docs.stripe.com/error-codes/${decline.code.replaceAll("_", "-")}`,
  }
  emit("charge.failed", failed)
  emit("payment_intent.payment_failed", intent)
  return new ApiError(402, {
    ...error,
    payment_intent: structuredClone(intent),
  })
}

const payerOf = (intent: Stripe.PaymentIntent) => ({
  ...intent,
  customer: typeof intent.customer === "string" ? intent.customer : null,
})

function methodOf(
  state: AccountState,
  intent: Stripe.PaymentIntent,
  params: Form
): Stripe.PaymentMethod {
  const id = text(params, "payment_method") ?? intent.payment_method
  if (typeof id !== "string") {
    throw unexpectedState(
      intent,
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken."
    )
  }
  return methodToUse(state, id)
}

/** A payment method is charged for its own customer, or once. */
function assertUsable(
  { data }: AccountState,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod
): void {
  const payment_intent = structuredClone(intent)
  const { id, customer: owner } = method
  if (owner && !intent.customer) {
    throw invalidRequest(
      `The \`payment_method\` parameter supplied ${id} belongs to the Customer ${String(owner)}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      { code: "parameter_missing", param: "source", payment_intent }
    )
  }
  if (owner && owner !== intent.customer) {
    throw invalidRequest(
      `The PaymentMethod ${id} does not belong to the Customer you supplied ${String(intent.customer)}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
      { param: "payment_method", payment_intent }
    )
  }
  const wasCharged = Object.values(data.charges).some(
    ({ payment_method, paid }) => payment_method === id && paid
  )
  if (!owner && wasCharged) {
    throw invalidRequest(
      "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first."
    )
  }
}
