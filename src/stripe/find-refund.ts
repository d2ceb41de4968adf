import type Stripe from "stripe"
import {
  type AskedTransaction,
  type GatewayOutcome,
  refundMadeBy,
  type StripeRefundState,
} from "../domain"
import { refundState } from "./refund-state"
import type { StripeRefundTarget } from "./refund-target"
import { findRequestKey } from "./request-key"

/**
 * Looks for the refund that a transaction of ours made, by its metadata. Listing
 * is read-after-write consistent; Stripe's search API is not, and knows no
 * refunds. Where several refunds name the transaction, their keys are read.
 *
 * @returns null when Stripe has no such refund
 * @throws StripeError when the listing could not be finished: proves nothing
 */
export async function findStripeRefund(
  stripe: Stripe,
  target: StripeRefundTarget,
  transaction: AskedTransaction
): Promise<Extract<GatewayOutcome, { kind: "accepted" }> | null> {
  const named: StripeRefundState[] = []
  for await (const refund of stripe.refunds.list({ ...target, limit: 100 })) {
    if (refund.metadata?.refund_transaction_id === transaction.id) {
      named.push(refundState(refund))
    }
  }
  const keys = new Map<string, string>()
  for (const refund of named.length > 1 ? named : []) {
    keys.set(refund.id, (await findRequestKey(stripe, refund)) ?? "")
  }
  return refundMadeBy(transaction, named, keys)?.outcome ?? null
}
