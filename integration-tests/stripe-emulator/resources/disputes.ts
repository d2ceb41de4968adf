import type Stripe from "stripe"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { chargedBack, withdraw } from "./dispute-money"
import { newDispute } from "./dispute-object"
import { inStatus, INQUIRY, retrieveDispute } from "./dispute-status"

export type DisputeRequest = {
  /** Default: all that was captured. */
  amount?: number
  reason?: string
  /** The bank only asks; no money moves, and the charge stays refundable. */
  inquiry?: boolean
}

const OVER_WITHOUT_LOSS = ["won", "warning_closed"]

/** A customer disputes a charge with the bank: a chargeback, or an inquiry. */
export function openDispute(
  state: AccountState,
  charge: Stripe.Charge,
  request: DisputeRequest,
  emit: Emit
): Stripe.Dispute {
  const { amount = charge.amount_captured, inquiry = false } = request
  const { reason = "fraudulent" } = request
  assertDisputable(state, charge, amount)
  const dispute = newDispute(state, charge, { amount, reason, inquiry })
  state.data.disputes[dispute.id] = dispute
  // Not declared by the package, and on every recorded charge.
  Object.assign(charge, { dispute: dispute.id })
  if (inquiry) {
    emit("charge.dispute.created", dispute)
    return dispute
  }
  withdraw(state, dispute)
  emit("charge.dispute.created", dispute)
  chargedBack(state, dispute, emit)
  return dispute
}

/** The bank is not content with an answer: the inquiry becomes a chargeback. */
export function escalateInquiry(
  state: AccountState,
  id: string,
  emit: Emit
): Stripe.Dispute {
  const dispute = inStatus(retrieveDispute(state, id), INQUIRY)
  const { status, is_charge_refundable, payment_method_details } = dispute
  const previous = structuredClone({
    status,
    is_charge_refundable,
    payment_method_details,
    balance_transactions: [],
  })
  dispute.status = "needs_response"
  dispute.is_charge_refundable = false
  if (payment_method_details?.card) {
    payment_method_details.card.case_type = "chargeback"
  }
  withdraw(state, dispute)
  emit("charge.dispute.updated", dispute, previous)
  chargedBack(state, dispute, emit)
  return dispute
}

function assertDisputable(
  state: AccountState,
  charge: Stripe.Charge,
  amount: number
): void {
  const captured = charge.amount_captured
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > captured) {
    throw new RangeError(
      `${charge.id} has ${captured} captured; ${amount} cannot be disputed`
    )
  }
  const before = Object.values(state.data.disputes).find(
    (other) =>
      other.charge === charge.id && !OVER_WITHOUT_LOSS.includes(other.status)
  )
  if (before) {
    throw new RangeError(`${charge.id} has ${before.id}, ${before.status}`)
  }
}
