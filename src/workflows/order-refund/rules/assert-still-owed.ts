import {
  amountOf,
  currencyOf,
  failedTransactions,
  type MedusaOrder,
  type OrderRefundRecord,
  payableAsTaken,
  subtract,
  unpaidGoods,
} from "../../../domain"
import { refundError } from "../../common/refund-error"

/**
 * Makes sure that the order still owes what failed, before money is sent for
 * it: Medusa's own button may have paid it meanwhile.
 *
 * @throws refund_not_retryable
 */
export function assertStillOwed(
  order: MedusaOrder,
  refund: OrderRefundRecord
): void {
  const currency = currencyOf(refund.currency_code)
  const owed = subtract(unpaidGoods(order), order.pending_difference)
  const failed = amountOf(failedTransactions(refund))
  // Before the books say that it failed, they cannot say that it is owed.
  if (
    refund.booked_at &&
    payableAsTaken(owed, currency) < payableAsTaken(failed, currency)
  ) {
    throw refundError({
      code: "refund_not_retryable",
      message: `${order.id} does not owe the ${failed} of order refund ${refund.id} any more. Settle or withdraw it.`,
      details: { order_refund_id: refund.id, status: refund.status },
    })
  }
}
