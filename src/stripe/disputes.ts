import type Stripe from "stripe"
import { idOf } from "./refund-state"
import type { StripeRefundTarget } from "./refund-target"

/** A dispute as Stripe has it now. */
export type StripeDisputeState = {
  id: string
  status: string
  reason: string
  minor_amount: bigint
  currency_code: string
  is_charge_refundable: boolean
  /** Seconds. */
  created: number
  payment_intent: string | null
  charge: string | null
}

const disputeState = (dispute: Stripe.Dispute): StripeDisputeState => ({
  id: dispute.id,
  status: dispute.status,
  reason: dispute.reason,
  minor_amount: BigInt(dispute.amount),
  currency_code: dispute.currency.toLowerCase(),
  is_charge_refundable: dispute.is_charge_refundable,
  created: dispute.created,
  payment_intent: idOf(dispute.payment_intent),
  charge: idOf(dispute.charge),
})

const PAGE = 100

/** Every dispute of one payment. */
export async function listPaymentDisputes(
  stripe: Stripe,
  target: StripeRefundTarget
): Promise<StripeDisputeState[]> {
  const disputes: StripeDisputeState[] = []
  for await (const dispute of stripe.disputes.list({
    ...target,
    limit: PAGE,
  })) {
    disputes.push(disputeState(dispute))
  }
  return disputes
}

/** One page of the account's disputes since a moment, newest first. */
export async function listDisputesPage(
  stripe: Stripe,
  since: Date,
  after: string | null
): Promise<{ disputes: StripeDisputeState[]; has_more: boolean }> {
  const page = await stripe.disputes.list({
    created: { gte: Math.floor(since.getTime() / 1000) },
    limit: PAGE,
    ...(after ? { starting_after: after } : {}),
  })
  return { disputes: page.data.map(disputeState), has_more: page.has_more }
}

/** One dispute as it is now. */
export const retrieveDispute = async (
  stripe: Stripe,
  id: string
): Promise<StripeDisputeState> =>
  disputeState(await stripe.disputes.retrieve(id))
