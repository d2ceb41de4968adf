import type Stripe from "stripe"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { refundsReleases } from "../versions"
import { addBalanceTransaction, processingFee } from "./balance-transactions"
import { newRefund, updateCharge } from "./refund-object"

/**
 * What becomes of the part of an authorisation that is not captured. It goes
 * back to the customer's card, and old versions call that a refund: 50.00
 * authorised and 30.00 captured leave a refund of 20.00, and
 * `amount_refunded` is 20.00 although nobody got 20.00 back.
 */
export function releaseAuthorization(
  state: AccountState,
  charge: Stripe.Charge,
  amount: number,
  emit: Emit,
  { apiVersion, expired = false }: { apiVersion: string; expired?: boolean }
): void {
  if (amount <= 0 || !refundsReleases(apiVersion)) {
    return
  }
  const refund = newRefund(state, charge, amount, {
    metadata: {},
    reason: expired ? "expired_uncaptured_charge" : null,
    status: "succeeded",
  })
  if (refund.destination_details?.card) {
    refund.destination_details.card.type = "reversal"
  }
  if (charge.captured) {
    refund.balance_transaction = giveBack(state, refund.id, charge, amount)
  }
  state.data.refunds[refund.id] = refund
  state.data.releases[refund.id] = true
  const { amount_refunded, refunded } = charge
  updateCharge(state, charge)
  emit("refund.created", refund)
  emit("charge.refunded", charge, { amount_refunded, refunded })
  state.later("reference", refund.id)
}

/** The capture took all of the authorisation, with a fee on all of it. */
function giveBack(
  state: AccountState,
  source: string,
  { amount: all, currency }: Stripe.Charge,
  amount: number
): string {
  const feeOf = (each: number) =>
    processingFee(state, { amount: each, currency })
  return addBalanceTransaction(state, {
    amount: -amount,
    currency,
    fee: feeOf(all - amount) - feeOf(all),
    source,
    type: "refund",
  }).id
}
