import type Stripe from "stripe"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { addBalanceTransaction } from "./balance-transactions"
import { giveUp, retrieveCharge } from "./refunds"

/** Takes a disputed amount from the balance, or gives it back. */
export function moveMoney(
  state: AccountState,
  dispute: Stripe.Dispute,
  amount: number
): void {
  dispute.balance_transactions.push(
    addBalanceTransaction(state, {
      amount,
      currency: dispute.currency,
      source: dispute.id,
      type: "adjustment",
      reportingCategory: amount < 0 ? "dispute" : "dispute_reversal",
    })
  )
}

/** Tells of a chargeback, notes it at the charge, and fails pending refunds. */
export function chargedBack(
  state: AccountState,
  dispute: Stripe.Dispute,
  emit: Emit
): void {
  const charge = retrieveCharge(state, String(dispute.charge))
  charge.disputed = true
  emit("charge.dispute.funds_withdrawn", dispute)
  const reason = "charge_for_pending_refund_disputed"
  Object.values(state.data.refunds)
    .filter((refund) => refund.charge === charge.id)
    .filter(({ status }) => status === "pending")
    .forEach((refund) => giveUp(state, refund, "failed", reason, emit))
}
