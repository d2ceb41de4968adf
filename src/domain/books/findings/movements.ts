import { toMinor } from "../../money/to-minor"
import type { RecordedMovement } from "../book-findings"
import type { OrderRefundRecord } from "../refund-records"

/** A movement of money at a gateway, and the order refund that it is part of. */
export type Movement = RecordedMovement & {
  payment_id: string
  refund: OrderRefundRecord
}

/** Our records of the movements of one payment. */
export const movementsOf = (
  paymentId: string,
  refunds: OrderRefundRecord[]
): Movement[] =>
  refunds.flatMap((refund) =>
    refund.transactions
      .filter(
        ({ payment_id, method }) =>
          payment_id === paymentId && method === "gateway"
      )
      .map((transaction) => ({
        id: transaction.id,
        idempotency_key: transaction.idempotency_key,
        payment_id: transaction.payment_id,
        stripe_refund_id: transaction.stripe_refund_id,
        medusa_refund_id: transaction.medusa_refund_id,
        minor_amount: toMinor(transaction.amount, refund.currency_code),
        status: transaction.status,
        booked: refund.booked_at !== null,
        refund,
      }))
  )
