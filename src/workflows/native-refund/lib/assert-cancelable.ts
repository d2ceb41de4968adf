import {
  currentTransactions,
  foreignPayments,
  inOtherCurrency,
  paymentRefusal,
} from "../../../domain"
import type { OrderRefundState } from "../../common/read-order-state"
import { refundError } from "../../common/refund-error"

/**
 * Medusa's cancelling refunds whatever its own rows leave of a payment. Where
 * that is not ours to refund, it would pay twice, or write down a refund that
 * the gateway refused.
 *
 * @throws payment_disputed, payment_provider_missing,
 *   payment_currency_mismatch, order_not_cancelable
 */
export function assertCancelable({
  order,
  records,
  snapshot,
}: OrderRefundState): void {
  const foreign = foreignPayments(snapshot)
  if (foreign.length) {
    throw refundError(inOtherCurrency(snapshot, foreign).error)
  }
  const lost = records.disputes.filter(({ status }) => status === "lost")
  const blocked = snapshot.payments.find(
    ({ id, refundable }) =>
      !refundable || lost.some(({ payment_id }) => payment_id === id)
  )
  if (blocked) {
    throw refundError(paymentRefusal(blocked))
  }
  const paidAnotherWay = records.order_refunds.find((refund) =>
    currentTransactions(refund).some(({ method }) => method === "other")
  )
  if (paidAnotherWay) {
    throw refundError({
      code: "order_not_cancelable",
      message: `Order refund ${paidAnotherWay.id} was paid another way. Cancelling ${order.id} would refund its amount once more: refund what is left and archive the order instead.`,
      details: { order_refund_id: paidAnotherWay.id },
    })
  }
}
