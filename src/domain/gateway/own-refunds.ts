import type { PaymentOfOrder } from "./refund-owner"
import type { StripeRefundState } from "./stripe-refund-state"

/** The refunds of a payment intent, as far as they concern one of its payments. */
export type OwnRefunds = {
  own: StripeRefundState[]
  /** Of which nothing tells whose they are; the payments that they may be of. */
  unclear: { refund: StripeRefundState; payments: PaymentOfOrder[] }[]
  /** Smallest units that the payment has less than its own refunds say. */
  held: bigint
}

/** Says what is unclear, and how a merchant clears it up. */
export const unclearMessage = ({
  refund: { id, payment_intent, charge },
  payments,
}: OwnRefunds["unclear"][number]): string =>
  `${id} may be of ${payments.map(({ payment_id, order_id }) => `${payment_id} (${order_id})`).join(" or ")}: they share ${payment_intent ?? charge}. It is recorded for none of them, and held back from each. Write the right order's id into the refund's metadata at Stripe, as order_id.`
