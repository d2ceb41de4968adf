import type Stripe from "stripe"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { addBalanceTransaction } from "./balance-transactions"
import { retrieveCharge } from "./charges"
import { giveUp } from "./give-up-refund"

/** What Stripe keeps for a chargeback, also of one that is won. Recorded, rows 053 and 054. */
const DISPUTE_FEE = 1500

/** Takes a disputed amount from the balance, with a fee. */
export function withdraw(state: AccountState, dispute: Stripe.Dispute): void {
  move(state, dispute, {
    amount: -dispute.amount,
    description: `Chargeback withdrawal for ${String(dispute.charge)}`,
    fee: DISPUTE_FEE,
    feeDescription: "Dispute fee",
    reportingCategory: "dispute",
    available: true,
  })
}

/** Gives a disputed amount back, without the fee. */
export function reinstate(state: AccountState, dispute: Stripe.Dispute): void {
  move(state, dispute, {
    amount: dispute.amount,
    description: `Chargeback reversal for ${String(dispute.charge)}`,
    reportingCategory: "dispute_reversal",
  })
}

function move(
  state: AccountState,
  dispute: Stripe.Dispute,
  entry: Omit<
    Parameters<typeof addBalanceTransaction>[1],
    "currency" | "source" | "type"
  >
): void {
  const transaction = addBalanceTransaction(state, {
    ...entry,
    currency: dispute.currency,
    source: dispute.id,
    type: "adjustment",
  })
  dispute.balance_transactions.push(transaction)
  const [first] = dispute.balance_transactions
  Object.assign(dispute, { balance_transaction: first?.id ?? null })
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
