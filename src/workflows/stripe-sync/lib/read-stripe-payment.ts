import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrderPayment, StripeRefundState } from "../../../domain"
import {
  findRequestKey,
  listPaymentDisputes,
  listPaymentRefunds,
  refundTarget,
  type StripeDisputeState,
} from "../../../stripe"
import { refundsModule, stripeFor } from "../../common/refunds-module"

/** Everything that Stripe says about one payment, read at one moment. */
export type StripePayment = {
  refunds: StripeRefundState[]
  /** Null when they were not asked for. */
  disputes: StripeDisputeState[] | null
}

/** Reads a payment's refunds and disputes at Stripe, or null if it is not there. */
export async function readStripePayment(
  container: MedusaContainer,
  payment: { provider_id: string; data?: Record<string, unknown> | null },
  withDisputes: boolean
): Promise<StripePayment | null> {
  const stripe = stripeFor(container, payment.provider_id)
  const target = refundTarget(payment.data)
  if (!stripe || !target) {
    return null
  }
  const [refunds, disputes] = await Promise.all([
    listPaymentRefunds(stripe, target),
    withDisputes ? listPaymentDisputes(stripe, target) : null,
  ])
  return { refunds, disputes }
}

/**
 * The idempotency keys of the requests that made refunds. Events that we have
 * know them; for a lost one Stripe is asked.
 */
export async function readRequestKeys(
  container: MedusaContainer,
  payment: MedusaOrderPayment,
  refunds: StripeRefundState[]
): Promise<Map<string, string>> {
  const stripe = stripeFor(container, payment.provider_id)
  const known = await refundsModule(container).inbox.requestKeysOf(
    refunds.map(({ id }) => id)
  )
  for (const refund of refunds) {
    if (stripe && !known.has(refund.id)) {
      const key = await findRequestKey(stripe, refund)
      if (key) {
        known.set(refund.id, key)
      }
    }
  }
  return known
}
