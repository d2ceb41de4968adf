import type Stripe from "stripe"
import { invalidParams, invalidRequest } from "../errors"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { formatMinor } from "../money"
import { allow, amount, mergeMetadata, text } from "../params"
import type { AccountState } from "../state"
import { addRefund } from "./add-refund"
import { giveUp } from "./give-up-refund"
import { refundUpdated } from "./refund-events"
import { remaining, retrieveRefund } from "./refund-object"
import { assertRefundable, chargeToRefund } from "./refund-target"

const REASONS = ["duplicate", "fraudulent", "requested_by_customer"]
const CREATE_PARAMS = [
  "amount",
  "charge",
  "payment_intent",
  "currency",
  "customer",
  "metadata",
  "origin",
  "reason",
  "instructions_email",
  "refund_application_fee",
  "reverse_transfer",
]

export function createRefund(
  state: AccountState,
  params: Form,
  emit: Emit
): Stripe.Refund {
  allow(params, CREATE_PARAMS)
  const reason = text(params, "reason")
  if (reason && !REASONS.includes(reason)) {
    throw invalidParams(
      "Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer",
      { param: "reason" }
    )
  }
  const asked = amount(params, "amount")
  const charge = chargeToRefund(state, params)
  assertRefundable(state, charge)
  return addRefund(state, charge, amountLeft(state, charge, asked), emit, {
    metadata: mergeMetadata(null, params),
    reason: (reason ?? null) as Stripe.Refund["reason"],
    instructions_email: text(params, "instructions_email"),
  })
}

/** What is asked, if the charge has it left; by default all that is left. */
function amountLeft(
  state: AccountState,
  charge: Stripe.Charge,
  asked: number | undefined
): number {
  const left = remaining(state, charge)
  const money = (minor: number) => formatMinor(minor, charge.currency)
  if (left <= 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    })
  }
  if (asked !== undefined && asked > left) {
    const limit =
      left === charge.amount_captured
        ? "charge amount"
        : "unrefunded amount on charge"
    throw invalidRequest(
      `Refund amount (${money(asked)}) is greater than ${limit} (${money(left)})`,
      { param: "amount" }
    )
  }
  return asked ?? left
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
  refundUpdated(emit, refund, previous)
  return refund
}

export function cancelRefund(
  state: AccountState,
  id: string,
  params: Form,
  emit: Emit
): Stripe.Refund {
  allow(params, [])
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
