import type Stripe from "stripe"
import { refundState, type StripeRefundState } from "./refund-state"
import type { StripeRefundTarget } from "./refund-target"

const PAGE = 100

/**
 * Every refund of one payment, however many pages there are. Listing shows what
 * was written a moment ago; Stripe's search does not.
 */
export async function listPaymentRefunds(
  stripe: Stripe,
  target: StripeRefundTarget
): Promise<StripeRefundState[]> {
  const refunds: StripeRefundState[] = []
  for await (const refund of stripe.refunds.list({ ...target, limit: PAGE })) {
    refunds.push(refundState(refund))
  }
  return refunds
}

/** One page of the account's refunds since a moment, newest first. */
export async function listRefundsPage(
  stripe: Stripe,
  since: Date,
  after: string | null
): Promise<{ refunds: StripeRefundState[]; has_more: boolean }> {
  const page = await stripe.refunds.list({
    created: { gte: Math.floor(since.getTime() / 1000) },
    limit: PAGE,
    ...(after ? { starting_after: after } : {}),
  })
  return { refunds: page.data.map(refundState), has_more: page.has_more }
}

/** One refund as it is now. */
export const retrieveRefund = async (
  stripe: Stripe,
  id: string
): Promise<StripeRefundState> => refundState(await stripe.refunds.retrieve(id))
