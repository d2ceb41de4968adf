import type { MedusaContainer } from "@medusajs/framework/types"
import {
  hasFailed,
  isNeverCaptured,
  NO_REFUND_DETAILS,
  type PaymentOfOrder,
  sameRefundDetails,
  type StripeRefundState,
} from "../../../domain"
import { type StripeDisputeState } from "../../../stripe"
import { refundsModule } from "../../common/refunds-module"
import type { StripePayment } from "./read-stripe-payment"

/**
 * Whether our records say all that Stripe says of a payment. Most events are
 * echoes of our own requests, or come twice: they need nothing more.
 */
export async function isUpToDate(
  container: MedusaContainer,
  { refunds, disputes }: StripePayment,
  { payment_id, order_id }: PaymentOfOrder
): Promise<boolean> {
  const owners = await refundsModule(container).transactions.ownersOf(
    refunds.map(({ id }) => id),
    []
  )
  // What others gave back of a shared intent is news for this payment.
  const shared = [...owners.values()].some(
    (owner) => owner.payment_id !== payment_id || owner.order_id !== order_id
  )
  const news = [
    ...(await newRefunds(container, refunds)),
    ...(await newDisputes(container, disputes ?? [])),
  ]
  return news.length === 0 && !shared
}

/** The refunds that our records, or the books, do not say the same of. */
export async function newRefunds(
  container: MedusaContainer,
  refunds: StripeRefundState[]
): Promise<StripeRefundState[]> {
  const known = await refundsModule(container).transactions.statesOf(
    refunds.map(({ id }) => id)
  )
  return refunds.filter((refund) => {
    const { id, outcome } = refund
    const ours = known.get(id)
    if (isNeverCaptured(refund)) {
      return ours !== undefined && (!hasFailed(ours.status) || !ours.settled)
    }
    return (
      ours?.status !== outcome.status ||
      ours.reference !== (outcome.reference ?? null) ||
      !sameRefundDetails(ours, outcome.details ?? NO_REFUND_DETAILS) ||
      !ours.settled
    )
  })
}

/** The disputes that our records do not say the same of. */
export async function newDisputes(
  container: MedusaContainer,
  disputes: StripeDisputeState[]
): Promise<StripeDisputeState[]> {
  const known = disputes.length
    ? await refundsModule(container).disputes.read({
        id: disputes.map(({ id }) => id),
      })
    : []
  return disputes.filter(({ id, status, is_charge_refundable }) => {
    const ours = known.find((dispute) => dispute.id === id)
    return (
      ours?.status !== status ||
      ours.is_charge_refundable !== is_charge_refundable
    )
  })
}
