import { currentTransactions, hasMoved } from "../../../domain"
import type { OrderRefundState } from "../../common/read-order-state"
import { refundError } from "../../common/refund-error"

/**
 * Medusa's cancelling refunds what its own rows leave of a payment. A refund of
 * ours whose row is not written yet would be made once more.
 *
 * @throws refund_in_progress
 */
export function assertRowsWritten({ order, records }: OrderRefundState): void {
  const rows = new Set(
    order.payments.flatMap(({ refunds }) => refunds.map(({ id }) => id))
  )
  const behind = records.order_refunds.find((refund) =>
    currentTransactions(refund).some(
      ({ method, status, medusa_refund_id }) =>
        method === "gateway" && hasMoved(status) && !rows.has(medusa_refund_id)
    )
  )
  if (behind) {
    throw refundError({
      code: "refund_in_progress",
      message: `The books of order refund ${behind.id} are still being written. Cancel ${order.id} again in a minute.`,
      details: { order_refund_id: behind.id },
    })
  }
}
