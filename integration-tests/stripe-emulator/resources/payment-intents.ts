import type Stripe from "stripe"
import { ApiError, invalidRequest, missing } from "../errors"
import type { Form } from "../form-encoding"
import { amount, mergeMetadata, text } from "../params"
import type { AccountState } from "../state"
import type { Emit } from "../events"
import { API_VERSION, refundsReleases } from "../versions"
import { createCharge, declineCode, settleCapture } from "./charges"
import { intentMethods } from "./intent-methods"
import { assertUsableBy, testCardOf } from "./payment-methods"
import { releaseAuthorization } from "./releases"

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

export function createIntent(
  state: AccountState,
  params: Form,
  emit: Emit,
  apiVersion: string = API_VERSION
): Stripe.PaymentIntent {
  const total = amount(params, "amount")
  const currency = text(params, "currency")?.toLowerCase()
  if (total === undefined || !currency) {
    const param = total === undefined ? "amount" : "currency"
    throw invalidRequest(`Missing required param: ${param}.`, {
      code: "parameter_missing",
      param,
    })
  }
  const id = state.id("pi")
  const intent: Stripe.PaymentIntent = {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: total,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    ...intentMethods(params),
    canceled_at: null,
    cancellation_reason: null,
    capture_method: captureMethod(params),
    client_secret: `${id}_secret_emulator`,
    confirmation_method: "automatic",
    created: state.now(),
    currency,
    customer: text(params, "customer") ?? null,
    customer_account: null,
    description: text(params, "description") ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata(null, params),
    next_action: null,
    on_behalf_of: null,
    payment_method: text(params, "payment_method") ?? null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: text(params, "payment_method")
      ? "requires_confirmation"
      : "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
  }
  state.data.paymentIntents[id] = intent
  state.data.intentVersions[id] = apiVersion
  emit("payment_intent.created", intent)
  return text(params, "confirm") === "true"
    ? confirmIntent(state, id, params, emit)
    : intent
}

function captureMethod(params: Form): Stripe.PaymentIntent.CaptureMethod {
  const asked = text(params, "capture_method")
  return asked === "manual" || asked === "automatic" ? asked : "automatic_async"
}

export function updateIntent(
  state: AccountState,
  id: string,
  params: Form
): Stripe.PaymentIntent {
  const intent = retrieveIntent(state, id)
  if (text(params, "amount")) {
    assertStatus(intent, "updated", [
      "requires_payment_method",
      "requires_confirmation",
      "requires_action",
    ])
  }
  intent.amount = amount(params, "amount") ?? intent.amount
  intent.metadata = mergeMetadata(intent.metadata, params)
  return intent
}

export function confirmIntent(
  state: AccountState,
  id: string,
  params: Form,
  emit: Emit
): Stripe.PaymentIntent {
  const intent = retrieveIntent(state, id)
  assertStatus(intent, "confirmed", [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
  ])
  const method = text(params, "payment_method") ?? intent.payment_method
  if (typeof method !== "string") {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method.",
      { code: "payment_intent_unexpected_state" }
    )
  }
  const customer = typeof intent.customer === "string" ? intent.customer : null
  assertUsableBy(state, method, customer)
  intent.payment_method = method
  const card = testCardOf(state, method)
  const decline = declineCode(card)
  if (decline) {
    throw refusedCard(intent, "card_declined", decline, emit)
  }
  if (card === WANTS_THE_CUSTOMER) {
    if (text(params, "off_session") === "true") {
      throw refusedCard(
        intent,
        "authentication_required",
        "authentication_required",
        emit
      )
    }
    intent.status = "requires_action"
    intent.next_action = { type: "use_stripe_sdk", use_stripe_sdk: {} }
    emit("payment_intent.requires_action", intent)
    return intent
  }
  intent.last_payment_error = null
  const manual = intent.capture_method === "manual"
  const charge = createCharge(state, { ...intent, customer }, method, !manual)
  intent.latest_charge = charge.id
  intent.status = manual ? "requires_capture" : "succeeded"
  intent.amount_capturable = manual ? intent.amount : 0
  intent.amount_received = manual ? 0 : intent.amount
  emit(
    manual
      ? "payment_intent.amount_capturable_updated"
      : "payment_intent.succeeded",
    intent
  )
  return intent
}

/** 3-D Secure on every payment. Source: docs.stripe.com/testing */
const WANTS_THE_CUSTOMER = "pm_card_authenticationRequired"

/** The intent stays, for another card. */
function refusedCard(
  intent: Stripe.PaymentIntent,
  code: "card_declined" | "authentication_required",
  decline_code: string,
  emit: Emit
): ApiError {
  const error = {
    type: "card_error" as const,
    code,
    decline_code,
    message:
      code === "card_declined"
        ? "Your card was declined."
        : "Your card was declined. This transaction requires authentication.",
  }
  intent.status = "requires_payment_method"
  intent.last_payment_error = error
  emit("payment_intent.payment_failed", intent)
  return new ApiError(402, {
    ...error,
    payment_intent: structuredClone(intent),
  })
}

type Asked = { params: Form; emit: Emit; apiVersion: string }

export function captureIntent(
  state: AccountState,
  id: string,
  { params, emit, apiVersion }: Asked
): Stripe.PaymentIntent {
  const intent = retrieveIntent(state, id)
  assertStatus(intent, "captured", ["requires_capture"])
  const captured = amount(params, "amount_to_capture") ?? intent.amount
  if (captured > intent.amount_capturable) {
    throw invalidRequest(
      `The amount_to_capture (${captured}) is greater than the amount that can be captured (${intent.amount_capturable}).`,
      { code: "amount_too_large", param: "amount_to_capture" }
    )
  }
  const charge = state.data.charges[String(intent.latest_charge)]
  if (charge) {
    const released = charge.amount - captured
    settleCapture(state, charge, captured, {
      // Old versions take all of it, and give the rest back.
      taken: refundsReleases(apiVersion) ? charge.amount : captured,
    })
    releaseAuthorization(state, charge, released, emit, { apiVersion })
    emit("charge.captured", charge)
  }
  intent.amount_capturable = 0
  intent.amount_received = captured
  intent.status = "succeeded"
  emit("payment_intent.succeeded", intent)
  return intent
}

export function cancelIntent(
  state: AccountState,
  id: string,
  { params, emit, apiVersion }: Asked
): Stripe.PaymentIntent {
  const intent = retrieveIntent(state, id)
  assertStatus(intent, "canceled", [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
  ])
  const reason = text(params, "cancellation_reason") ?? null
  return voidIntent(state, intent, reason, emit, { apiVersion })
}

/** The bank gives an authorisation up: a void without a request. */
export function expireIntent(
  state: AccountState,
  id: string,
  emit: Emit
): Stripe.PaymentIntent {
  const intent = retrieveIntent(state, id)
  assertStatus(intent, "expired", ["requires_capture"])
  const apiVersion = state.data.intentVersions[id] ?? API_VERSION
  const reason = refundsReleases(apiVersion) ? "automatic" : "expired"
  return voidIntent(state, intent, reason, emit, { apiVersion, expired: true })
}

function voidIntent(
  state: AccountState,
  intent: Stripe.PaymentIntent,
  reason: string | null,
  emit: Emit,
  by: { apiVersion: string; expired?: boolean }
): Stripe.PaymentIntent {
  const charge = state.data.charges[String(intent.latest_charge)]
  if (charge && intent.status === "requires_capture") {
    releaseAuthorization(state, charge, charge.amount, emit, by)
    if (by.expired) {
      emit("charge.expired", charge)
    }
  }
  intent.status = "canceled"
  intent.cancellation_reason =
    reason as Stripe.PaymentIntent["cancellation_reason"]
  intent.canceled_at = state.now()
  intent.amount_capturable = 0
  emit("payment_intent.canceled", intent)
  return intent
}

function assertStatus(
  intent: Stripe.PaymentIntent,
  action: string,
  expected: Stripe.PaymentIntent.Status[]
): void {
  if (!expected.includes(intent.status)) {
    // Medusa's provider reads payment_intent to see that the work was done.
    throw new ApiError(400, {
      type: "invalid_request_error",
      message: `This PaymentIntent could not be ${action} because it has a status of ${intent.status}.`,
      code: "payment_intent_unexpected_state",
      payment_intent: structuredClone(intent),
    })
  }
}
