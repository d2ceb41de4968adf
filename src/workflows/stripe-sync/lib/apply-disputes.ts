import type { MedusaContainer } from "@medusajs/framework/types"
import { fromMinorUnits } from "../../../domain"
import type { StripeDisputeState } from "../../../stripe"
import type { OrderRefundState } from "../../common/read-order-state"
import { refundsModule } from "../../common/refunds-module"

/**
 * Brings our records of a payment's disputes to what Stripe says.
 *
 * @returns ids of those that are new or changed
 */
export async function applyDisputes(
  container: MedusaContainer,
  { order, records: { disputes: known } }: OrderRefundState,
  paymentId: string,
  disputes: StripeDisputeState[]
): Promise<string[]> {
  const changed = disputes
    .map((dispute) => ({
      id: dispute.id,
      order_id: order.id,
      payment_id: paymentId,
      status: dispute.status,
      reason: dispute.reason,
      currency_code: dispute.currency_code,
      amount: fromMinorUnits(dispute.minor_amount, dispute.currency_code),
      is_charge_refundable: dispute.is_charge_refundable,
      opened_at: new Date(dispute.created * 1000).toISOString(),
    }))
    .filter((dispute) => {
      const before = known.find(({ id }) => id === dispute.id)
      return (
        before?.status !== dispute.status ||
        before.is_charge_refundable !== dispute.is_charge_refundable ||
        before.amount !== dispute.amount
      )
    })
  await refundsModule(container).disputes.save(changed)
  return changed.map(({ id }) => id)
}
