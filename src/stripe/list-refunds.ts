import Stripe from "stripe"
import {
  chargesInDoubt,
  neverCaptured,
  type RefundOfCharge,
  type StripeRefundState,
} from "../domain"
import { asNeverCaptured, refundState, WITH_CHARGE } from "./refund-state"
import type { StripeRefundTarget } from "./refund-target"

const PAGE = 100

/**
 * Every refund of one payment, however many pages there are. Listing shows what
 * was written a moment ago; Stripe's search does not. Refunds of what was never
 * captured are told as canceled.
 */
export async function listPaymentRefunds(
  stripe: Stripe,
  target: StripeRefundTarget
): Promise<StripeRefundState[]> {
  const refunds: StripeRefundState[] = []
  const params = { ...target, ...WITH_CHARGE, limit: PAGE }
  for await (const refund of stripe.refunds.list(params)) {
    refunds.push(refundState(refund))
  }
  const told = await withDoubtsCleared(stripe, refunds)
  const none = neverCaptured(told.map(ofCharge))
  return told.map((refund) =>
    none.has(refund.id) ? asNeverCaptured(refund) : refund
  )
}

const ofCharge = (refund: StripeRefundState): RefundOfCharge => ({
  ...refund,
  status: refund.outcome.status,
})

async function withDoubtsCleared(
  stripe: Stripe,
  refunds: StripeRefundState[]
): Promise<StripeRefundState[]> {
  const told = new Map<string, boolean | null>()
  for (const id of chargesInDoubt(refunds.map(ofCharge))) {
    told.set(id, await restWasRefunded(stripe, id))
  }
  return refunds.map(({ of_charge, ...refund }) => ({
    ...refund,
    of_charge: of_charge && {
      ...of_charge,
      rest_refunded: told.get(of_charge.id) ?? null,
    },
  }))
}

/**
 * A partial capture with an API version before 2025-03-31 put all that was
 * authorised on the balance and took the rest off again, as a refund. Source:
 * support.stripe.com, "Changes to balance transaction behavior for partial
 * capture and payment cancellation flows".
 *
 * @returns null where Stripe does not tell: a key that may not read balances, or
 *   a balance in another currency than the charge
 */
async function restWasRefunded(
  stripe: Stripe,
  chargeId: string
): Promise<boolean | null> {
  try {
    const charge = await stripe.charges.retrieve(chargeId, {
      expand: ["balance_transaction"],
    })
    const booked = charge.balance_transaction
    return typeof booked === "object" && booked?.currency === charge.currency
      ? booked.amount > charge.amount_captured
      : null
  } catch (error) {
    // Without this right the refund's amount and age have to decide.
    if (error instanceof Stripe.errors.StripePermissionError) {
      return null
    }
    throw error
  }
}

/** One page of the account's refunds since a moment, newest first. */
export async function listRefundsPage(
  stripe: Stripe,
  since: Date,
  after: string | null
): Promise<{ refunds: StripeRefundState[]; has_more: boolean }> {
  const page = await stripe.refunds.list({
    ...WITH_CHARGE,
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
