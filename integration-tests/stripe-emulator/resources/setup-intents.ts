import type Stripe from "stripe"
import { invalidRequest, missing } from "../errors"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { mergeMetadata, text } from "../params"
import type { AccountState } from "../state"
import { existingCustomer } from "./customers"
import { intentMethods } from "./intent-methods"
import { methodToUse } from "./payment-methods"

/** Saves a payment method without charging it. */
export function createSetupIntent(
  state: AccountState,
  params: Form,
  emit: Emit
): Stripe.SetupIntent {
  existingCustomer(state, params)
  const named = text(params, "payment_method")
  const id = state.id("seti")
  const intent: Stripe.SetupIntent = {
    id,
    object: "setup_intent",
    allowed_payment_method_types: null,
    application: null,
    ...intentMethods(params),
    cancellation_reason: null,
    client_secret: `${id}_secret_emulator`,
    created: state.now(),
    customer: text(params, "customer") ?? null,
    description: text(params, "description") ?? null,
    excluded_payment_method_types: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: mergeMetadata(null, params),
    next_action: null,
    on_behalf_of: null,
    payment_method: named ? methodToUse(state, named).id : null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    single_use_mandate: null,
    status: named ? "requires_confirmation" : "requires_payment_method",
    usage: text(params, "usage") ?? "off_session",
  }
  state.data.setupIntents[id] = intent
  emit("setup_intent.created", intent)
  return text(params, "confirm") === "true"
    ? confirmSetupIntent(state, id, {}, emit)
    : intent
}

export function retrieveSetupIntent(
  { data }: AccountState,
  id: string
): Stripe.SetupIntent {
  const intent = data.setupIntents[id]
  if (!intent) {
    throw missing("setupintent", id, "intent")
  }
  return intent
}

export function confirmSetupIntent(
  state: AccountState,
  id: string,
  params: Form,
  emit: Emit
): Stripe.SetupIntent {
  const intent = retrieveSetupIntent(state, id)
  const named = text(params, "payment_method") ?? intent.payment_method
  if (typeof named !== "string" || intent.status === "succeeded") {
    throw invalidRequest(
      `You cannot confirm this SetupIntent because ${intent.status === "succeeded" ? "it has already succeeded" : "it's missing a payment method"}.`,
      { code: "setup_intent_unexpected_state" }
    )
  }
  const method = methodToUse(state, named)
  if (typeof intent.customer === "string") {
    method.customer = intent.customer
  }
  intent.payment_method = method.id
  intent.status = "succeeded"
  emit("setup_intent.succeeded", intent)
  return intent
}
