import type Stripe from "stripe"
import { ApiError, invalidRequest, missing } from "../errors"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { allow, amount, mergeMetadata, text } from "../params"
import type { AccountState } from "../state"
import { addBalanceTransaction } from "./balance-transactions"
import { retrieveIntent } from "./payment-intents"
import { isLive, newRefund, remaining, updateCharge } from "./refund-object"

const REASONS = ["duplicate", "fraudulent", "requested_by_customer"]
const CREATE_PARAMS = [
  "amount",
  "charge",
  "payment_intent",
  "currency",
  "metadata",
  "reason",
  "instructions_email",
  "refund_application_fee",
  "reverse_transfer",
]

export function retrieveRefund(state: AccountState, id: string): Stripe.Refund {
  const refund = state.data.refunds[id]
  if (!refund) {
    throw missing("refund", id, "refund")
  }
  return refund
}

export function createRefund(
  state: AccountState,
  params: Form,
  emit: Emit
): Stripe.Refund {
  allow(params, CREATE_PARAMS)
  const reason = text(params, "reason")
  if (reason && !REASONS.includes(reason)) {
    throw invalidRequest(
      "Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer",
      { param: "reason" }
    )
  }
  const asked = amount(params, "amount")
  const charge = chargeToRefund(state, params)
  assertRefundable(state, charge)
  const left = remaining(state, charge)
  const money = (minor: number) => formatMinor(minor, charge.currency)
  if (left <= 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    })
  }
  if (asked !== undefined && asked > left) {
    throw invalidRequest(
      `Refund amount (${money(asked)}) is greater than unrefunded amount on charge (${money(left)})`,
      { param: "amount" }
    )
  }
  return addRefund(state, charge, asked ?? left, emit, {
    metadata: mergeMetadata(null, params),
    reason: (reason ?? null) as Stripe.Refund["reason"],
  })
}

/** Adds a refund of a charge; the test cards decide its first status. */
export function addRefund(
  state: AccountState,
  charge: Stripe.Charge,
  minor: number,
  emit: Emit,
  more: Pick<Stripe.Refund, "metadata" | "reason">
): Stripe.Refund {
  const refund = newRefund(state, charge, minor, {
    ...more,
    status:
      charge.payment_method === "pm_card_pendingRefund"
        ? "pending"
        : "succeeded",
  })
  refund.balance_transaction = addBalanceTransaction(state, {
    amount: -minor,
    currency: charge.currency,
    source: refund.id,
    type: "refund",
  }).id
  state.data.refunds[refund.id] = refund
  updateCharge(state, charge)
  emit("refund.created", refund)
  emit("charge.refunded", charge)
  return refund
}

export function updateRefund(
  state: AccountState,
  id: string,
  params: Form,
  emit: Emit
): Stripe.Refund {
  allow(params, ["metadata"])
  const refund = retrieveRefund(state, id)
  const previous = { metadata: refund.metadata }
  refund.metadata = mergeMetadata(refund.metadata, params)
  emit("refund.updated", refund, previous)
  return refund
}

export function cancelRefund(
  state: AccountState,
  id: string,
  emit: Emit
): Stripe.Refund {
  const refund = retrieveRefund(state, id)
  if (refund.status !== "requires_action") {
    throw invalidRequest("Canceling this refund is unsupported.")
  }
  return giveUp(state, refund, "canceled", "merchant_request", emit)
}

/** The test helper for a refund that its customer never claimed. */
export function expireRefund(
  state: AccountState,
  id: string,
  emit: Emit
): Stripe.Refund {
  const refund = retrieveRefund(state, id)
  if (refund.status !== "requires_action") {
    throw invalidRequest(
      `Refund ${id} is ${refund.status}; only one that is requires_action expires.`
    )
  }
  return giveUp(state, refund, "failed", "unknown", emit)
}

/** A refund that failed or was cancelled: the money is back on the balance. */
export function giveUp(
  state: AccountState,
  refund: Stripe.Refund,
  status: "failed" | "canceled",
  reason: string,
  emit: Emit
): Stripe.Refund {
  // A second time would put the money on the balance twice.
  if (!isLive(refund)) {
    throw invalidRequest(`Refund ${refund.id} is already ${refund.status}.`)
  }
  const previous = {
    status: refund.status,
    failure_reason: refund.failure_reason ?? null,
    failure_balance_transaction: null,
  }
  refund.status = status
  refund.failure_reason = reason
  refund.failure_balance_transaction = addBalanceTransaction(state, {
    amount: refund.amount,
    currency: refund.currency,
    source: refund.id,
    type: "refund_failure",
  }).id
  const charge = state.data.charges[String(refund.charge)]
  if (charge) {
    updateCharge(state, charge)
  }
  if (status === "failed") {
    emit("refund.failed", refund, previous)
  }
  emit("refund.updated", refund, previous)
  return refund
}

const uncaptured = (intent: string) =>
  invalidRequest(
    `This uncaptured Charge was created by a PaymentIntent (${intent}). You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly.`
  )

function chargeToRefund(state: AccountState, params: Form): Stripe.Charge {
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

export function retrieveCharge(state: AccountState, id: string): Stripe.Charge {
  const charge = state.data.charges[id]
  if (!charge) {
    throw missing("charge", id)
  }
  return charge
}

/** Refuses refunds of a charge whose money is at the customer's bank. */
export function assertRefundable(
  state: AccountState,
  charge: Stripe.Charge
): void {
  const blocked = Object.values(state.data.disputes).some(
    (dispute) => dispute.charge === charge.id && !dispute.is_charge_refundable
  )
  if (blocked) {
    throw new ApiError(400, {
      type: "invalid_request_error",
      code: "charge_disputed",
      message: `Charge ${charge.id} has been charged back; cannot issue a refund.`,
    })
  }
}

const WITHOUT_DECIMALS = ["jpy", "krw", "vnd", "clp"]

/** Minor units as Stripe writes them in its messages. */
export function formatMinor(minor: number, currency: string): string {
  const digits = WITHOUT_DECIMALS.includes(currency)
    ? 0
    : currency === "kwd"
      ? 3
      : 2
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
  }).format(minor / 10 ** digits)
}
