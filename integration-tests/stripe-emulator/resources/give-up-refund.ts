import type Stripe from "stripe"
import { invalidRequest } from "../errors"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { addBalanceTransaction } from "./balance-transactions"
import { refundUpdated } from "./refund-events"
import { isLive, updateCharge } from "./refund-object"

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
  delete refund.pending_reason
  delete refund.next_action
  if (refund.balance_transaction) {
    refund.failure_balance_transaction = addBalanceTransaction(state, {
      amount: refund.amount,
      currency: refund.currency,
      description: "REFUND FAILURE",
      source: refund.id,
      type: "refund_failure",
    }).id
  }
  const charge = state.data.charges[String(refund.charge)]
  if (charge) {
    updateCharge(state, charge)
  }
  if (status === "failed") {
    emit("refund.failed", refund, previous)
  }
  refundUpdated(emit, refund, previous)
  return refund
}
