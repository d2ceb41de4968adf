import type Stripe from "stripe"
import { invalidParams } from "../errors"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { amount, integer, mergeMetadata, required, text } from "../params"
import type { AccountState } from "../state"
import { API_VERSION } from "../versions"
import { confirmIntent } from "./confirm-intent"
import { existingCustomer } from "./customers"
import { newIntent } from "./intent-object"
import { allowIntentParams } from "./intent-params"
import { assertAmountOpen, retrieveIntent } from "./intent-status"
import { methodToUse } from "./payment-methods"

export function createIntent(
  state: AccountState,
  params: Form,
  emit: Emit,
  apiVersion: string = API_VERSION
): Stripe.PaymentIntent {
  allowIntentParams("create", params)
  const total = chargeable(params)
  const currency = required(params, "currency").toLowerCase()
  existingCustomer(state, params)
  const named = text(params, "payment_method")
  const method = named ? methodToUse(state, named).id : null
  const asked = { amount: total, currency, method }
  const intent = newIntent(state, params, asked)
  state.data.paymentIntents[intent.id] = intent
  state.data.intentVersions[intent.id] = apiVersion
  emit("payment_intent.created", intent)
  return text(params, "confirm") === "true"
    ? confirmIntent(state, intent, { ...params, payment_method: "" }, emit)
    : intent
}

/** Recorded by others, with amount 0. */
function chargeable(params: Form): number {
  required(params, "amount")
  const total = integer(params, "amount") ?? 0
  if (total < 1) {
    throw invalidParams(
      "The amount must be greater than or equal to the minimum charge amount allowed for your account and the currency set (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).  If you want to save a Payment Method for future use without an immediate payment, use a Setup Intent instead: https://docs.stripe.com/payments/setup-intents",
      { code: "parameter_invalid_integer", param: "amount" }
    )
  }
  return total
}

export function updateIntent(
  state: AccountState,
  id: string,
  params: Form
): Stripe.PaymentIntent {
  allowIntentParams("update", params)
  const intent = retrieveIntent(state, id)
  existingCustomer(state, params)
  if (text(params, "amount")) {
    assertAmountOpen(intent)
  }
  intent.amount = amount(params, "amount") ?? intent.amount
  intent.customer = text(params, "customer") ?? intent.customer
  intent.metadata = mergeMetadata(intent.metadata, params)
  return intent
}
