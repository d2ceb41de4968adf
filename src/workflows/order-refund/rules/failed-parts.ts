import {
  failedTransactions,
  type OrderRefundRecord,
  type RefundTransactionRecord,
} from "../../../domain"
import { refundError } from "../../common/refund-error"

/**
 * What failed of an order refund and is still owed.
 *
 * @throws refund_not_retryable
 */
export function failedParts(
  refund: OrderRefundRecord
): RefundTransactionRecord[] {
  const failed = failedTransactions(refund)
  if (!failed.length) {
    throw notFailed(refund)
  }
  return failed
}

export const notFailed = (refund: OrderRefundRecord) =>
  refundError({
    code: "refund_not_retryable",
    message: refund.revoked_at
      ? `Order refund ${refund.id} was given back: nothing is owed for it. Make a new refund.`
      : `Order refund ${refund.id} is ${refund.status}: no part of it failed.`,
    details: { order_refund_id: refund.id, status: refund.status },
  })
