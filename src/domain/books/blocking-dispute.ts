import type { PaymentDisputeRecord } from "./refund-records"

/**
 * The dispute that keeps a payment from being refunded. Stripe says so itself:
 * an inquiry does not, and after a win the payment is free again.
 */
export const blockingDispute = (
  disputes: PaymentDisputeRecord[]
): PaymentDisputeRecord | undefined =>
  disputes.find(({ is_charge_refundable }) => !is_charge_refundable)
