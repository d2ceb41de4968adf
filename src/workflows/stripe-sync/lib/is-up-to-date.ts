import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../../order-refund/lib/refunds-module"
import type { StripePayment } from "./read-stripe-payment"

/**
 * Whether our records say all that Stripe says of a payment. Most events are
 * echoes of our own requests, or come twice: they need nothing more.
 */
export async function isUpToDate(
  container: MedusaContainer,
  { payment_id }: { payment_id: string },
  { refunds, disputes }: StripePayment
): Promise<boolean> {
  const service = refundsModule(container)
  const known = await service.readTransactionStates(refunds.map(({ id }) => id))
  const sameRefunds = refunds.every(({ id, outcome }) => {
    const ours = known.get(id)
    return (
      ours?.status === outcome.status &&
      ours.reference === (outcome.reference ?? null) &&
      ours.settled
    )
  })
  if (!sameRefunds || !disputes) {
    return sameRefunds
  }
  const ours = await service.readDisputes({ payment_id })
  return disputes.every((dispute) =>
    ours.some(
      ({ id, status, is_charge_refundable }) =>
        id === dispute.id &&
        status === dispute.status &&
        is_charge_refundable === dispute.is_charge_refundable
    )
  )
}
