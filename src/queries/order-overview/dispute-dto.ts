import { blockingDispute, type PaymentDisputeRecord } from "../../domain"
import type { PaymentDisputeDTO } from "../../types"

/** The dispute to show of a payment: the one that blocks it, else the latest. */
export function shownDispute(
  disputes: PaymentDisputeRecord[]
): PaymentDisputeDTO | null {
  const dispute = blockingDispute(disputes) ?? disputes.at(-1)
  if (!dispute) {
    return null
  }
  const {
    order_id: _order,
    is_charge_refundable,
    opened_at,
    ...shown
  } = dispute
  return { ...shown, refundable: is_charge_refundable, created_at: opened_at }
}
