import type Stripe from "stripe"
import { invalidRequest } from "../errors"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { integer, mergeMetadata } from "../params"
import type { AccountState } from "../state"
import { refundsReleases } from "../versions"
import { captureCharge, retrieveCharge, settleCharge } from "./charges"
import { disputeTestCard } from "./dispute-test-cards"
import { allowIntentParams } from "./intent-params"
import { assertCapturable, retrieveIntent } from "./intent-status"
import { releaseAuthorization } from "./releases"

type Asked = { params: Form; emit: Emit; apiVersion: string }

/** Takes what was authorised, or less; the rest is released. */
export function captureIntent(
  state: AccountState,
  id: string,
  { params, emit, apiVersion }: Asked
): Stripe.PaymentIntent {
  allowIntentParams("capture", params)
  const intent = retrieveIntent(state, id)
  assertCapturable(intent)
  const amount = amountToCapture(intent, params)
  const charge = retrieveCharge(state, String(intent.latest_charge))
  captureCharge(charge, amount)
  // Old versions take all of it, and give the rest back.
  settleCharge(
    state,
    charge,
    refundsReleases(apiVersion) ? charge.amount : amount
  )
  const rest = charge.amount - amount
  releaseAuthorization(state, charge, rest, emit, { apiVersion })
  intent.amount_capturable = 0
  intent.amount_received = amount
  intent.status = "succeeded"
  intent.metadata = mergeMetadata(intent.metadata, params)
  emit("charge.captured", charge)
  disputeTestCard(state, charge, emit)
  emit("payment_intent.succeeded", intent)
  return intent
}

/** Recorded refusals, rows 063 and 064 of `stripe-recorded`. */
function amountToCapture(intent: Stripe.PaymentIntent, params: Form): number {
  const asked = integer(params, "amount_to_capture") ?? intent.amount
  const payment_intent = structuredClone(intent)
  if (asked < 0) {
    throw invalidRequest("Invalid non-negative integer", {
      param: "amount_to_capture",
      payment_intent,
    })
  }
  if (asked === 0) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
      payment_intent,
    })
  }
  if (asked > intent.amount_capturable) {
    throw invalidRequest(
      "The payment could not be captured because the requested capture amount is greater than the amount you can capture for this charge. Contact us via https://support.stripe.com/contact/ for help.",
      { code: "amount_too_large", payment_intent }
    )
  }
  return asked
}
