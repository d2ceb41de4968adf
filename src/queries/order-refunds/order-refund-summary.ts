import {
  amountOf,
  currencyOf,
  currentTransactions,
  type Decimal,
  failedTransactions,
  formatPayable,
  isForeign,
  isReserved,
  type OrderRefundRecord,
  payableAsTaken,
  refundablePayments,
  type RefundTransactionStatus,
  sum,
} from "../../domain"
import type { OrderRefundSummary } from "../../types"
import type { OrderRefundState } from "../../workflows/common/read-order-state"

const ON_ITS_WAY: readonly RefundTransactionStatus[] = [
  "pending",
  "requires_action",
]

const failedAmount = (refund: OrderRefundRecord) =>
  amountOf(failedTransactions(refund))

/**
 * The money of one order. `refunded` is what reached the customer or will not come
 * back. Payments in another currency than the order's are in none of these sums:
 * 60 EUR and 60 USD are not 120 of anything.
 */
export function orderRefundSummary({
  snapshot,
  records,
}: OrderRefundState): OrderRefundSummary {
  const currency = currencyOf(snapshot.currency_code)
  const payments = snapshot.payments.filter(
    (payment) => !isForeign(snapshot, payment)
  )
  const foreign = snapshot.payments.filter(
    (payment) => !payments.includes(payment)
  )
  const ours = records.order_refunds
    .flatMap(currentTransactions)
    .filter(({ payment_id }) => !foreign.some(({ id }) => id === payment_id))
  const format = (amounts: Decimal[]) =>
    formatPayable(payableAsTaken(sum(...amounts), currency), currency)
  const amountsOf = (matches: (status: RefundTransactionStatus) => boolean) =>
    ours.filter(({ status }) => matches(status)).map(({ amount }) => amount)
  const pending = amountsOf((status) => ON_ITS_WAY.includes(status))
  const gone = payments.map(({ refunded }) => refunded)
  return {
    currency_code: snapshot.currency_code,
    captured: format(payments.map(({ captured }) => captured)),
    refunded: format([...gone, ...pending.map((amount) => `-${amount}`)]),
    pending: format(pending),
    reserved: format(amountsOf(isReserved)),
    refundable: refundablePayments(snapshot).refundable_amount,
    owed: format([snapshot.owed]),
    failed: format(records.order_refunds.map(failedAmount)),
  }
}
