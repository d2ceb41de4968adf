import type Stripe from "stripe"
import { invalidParams, invalidRequest } from "../errors"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { addBalanceTransaction } from "./balance-transactions"
import { methodType } from "./method-types"
import { tokenOf } from "./payment-methods"
import { newRefund, updateCharge } from "./refund-object"
import { REFUND_FAILS, REFUND_PENDING } from "./test-cards"

const DAYS_TO_ANSWER = 45

type Wanted = Pick<Stripe.Refund, "metadata" | "reason"> & {
  instructions_email?: string
}

/** Adds a refund of a charge. Its payment method and the balance decide its first status. */
export function addRefund(
  state: AccountState,
  charge: Stripe.Charge,
  amount: number,
  emit: Emit,
  { instructions_email, ...more }: Wanted
): Stripe.Refund {
  assertBalance(state)
  const first = firstState(state, charge, instructions_email)
  const refund = newRefund(state, charge, amount, { ...more, ...first })
  Object.assign(refund, first)
  if (refund.pending_reason !== "insufficient_funds") {
    takeMoney(state, refund, charge)
  }
  state.data.refunds[refund.id] = refund
  const { amount_refunded, refunded } = charge
  updateCharge(state, charge)
  emit("refund.created", refund)
  emit("charge.refunded", charge, { amount_refunded, refunded })
  state.later("reference", refund.id)
  if (tokenOf(state, charge.payment_method) === REFUND_FAILS) {
    state.later("refundFailure", refund.id)
  }
  return refund
}

/** Takes a refund from the balance. */
export function takeMoney(
  state: AccountState,
  refund: Stripe.Refund,
  charge: Stripe.Charge
): void {
  const about = charge.description ? ` (${charge.description})` : ""
  refund.balance_transaction = addBalanceTransaction(state, {
    amount: -refund.amount,
    currency: refund.currency,
    description: `REFUND FOR CHARGE${about}`,
    source: refund.id,
    type: charge.id.startsWith("py_") ? "payment_refund" : "refund",
    reportingCategory: "refund",
  }).id
}

/** Recorded, row 069: refused, not pending. */
function assertBalance({ data }: AccountState): void {
  if (data.balance === "refuse") {
    throw invalidRequest(
      "Insufficient funds in your Stripe balance to refund this amount.",
      { message_code: "insufficient_balance_for_refund" }
    )
  }
}

function firstState(
  state: AccountState,
  charge: Stripe.Charge,
  email: string | undefined
): Pick<
  Stripe.Refund,
  "status" | "pending_reason" | "next_action" | "instructions_email"
> {
  const type = charge.payment_method_details?.type ?? "card"
  if (methodType(type)?.instructions) {
    return waitForCustomer(state, email ?? charge.billing_details.email)
  }
  if (state.data.balance === "pending") {
    return { status: "pending", pending_reason: "insufficient_funds" }
  }
  return tokenOf(state, charge.payment_method) === REFUND_PENDING
    ? { status: "pending", pending_reason: "processing" }
    : { status: "succeeded" }
}

/** The customer is asked by e-mail where the money shall go. The refusal without an address is a guess. */
export function waitForCustomer(state: AccountState, email: string | null) {
  if (!email) {
    throw invalidParams(
      "This payment method needs `instructions_email`: the customer is asked there where to send the refund.",
      { code: "parameter_missing", param: "instructions_email" }
    )
  }
  return {
    status: "requires_action",
    instructions_email: email,
    next_action: {
      type: "display_details",
      display_details: {
        email_sent: { email_sent_at: state.now(), email_sent_to: email },
        expires_at: state.now() + DAYS_TO_ANSWER * 24 * 60 * 60,
      },
    },
  }
}
