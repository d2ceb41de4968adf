import type Stripe from "stripe"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { text } from "../params"
import type { AccountState } from "../state"
import { API_VERSION, refundsReleases } from "../versions"
import { allowIntentParams } from "./intent-params"
import {
  assertCancelable,
  retrieveIntent,
  unexpectedState,
} from "./intent-status"
import { releaseAuthorization } from "./releases"

type Asked = { params: Form; emit: Emit; apiVersion: string }

export function cancelIntent(
  state: AccountState,
  id: string,
  { params, emit, apiVersion }: Asked
): Stripe.PaymentIntent {
  allowIntentParams("cancel", params)
  const intent = retrieveIntent(state, id)
  assertCancelable(intent)
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
  if (intent.status !== "requires_capture") {
    throw unexpectedState(intent, `${id} is ${intent.status}: nothing expires.`)
  }
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
  intent.next_action = null
  emit("payment_intent.canceled", intent)
  return intent
}
