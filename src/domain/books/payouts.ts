import { hasFailed } from "../gateway/refund-transaction-status"
import { negate } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { toMinor } from "../money/to-minor"
import {
  entriesOf,
  type OrderReference,
  PAID_ANOTHER_WAY_REFERENCE,
  REFUND_REFERENCE,
} from "./entries"
import type { MedusaOrder } from "./medusa-order"
import type { RefundTransactionRecord } from "./refund-records"

/** What the order transaction of a movement is about. */
export const payoutReference = ({
  method,
  medusa_refund_id,
}: Pick<
  RefundTransactionRecord,
  "method" | "medusa_refund_id"
>): OrderReference => ({
  reference: method === "other" ? PAID_ANOTHER_WAY_REFERENCE : REFUND_REFERENCE,
  reference_id: medusa_refund_id,
})

/** What an order transaction gave back, rounded as the provider does. */
const paidOut = (amount: Decimal, { currency_code }: MedusaOrder): bigint =>
  toMinor(negate(amount), currency_code)

/**
 * The order transactions of a movement. Medusa writes unrounded amounts, and
 * cancelling an order makes it write the payment's id, not the refund's.
 */
export const payoutsOf = (
  transaction: Pick<
    RefundTransactionRecord,
    "payment_id" | "medusa_refund_id" | "amount" | "method"
  >,
  medusasOwn: boolean,
  order: MedusaOrder
): MedusaOrder["transactions"] => {
  const exact = entriesOf(order.transactions, payoutReference(transaction))
  const minor = toMinor(transaction.amount, order.currency_code)
  return exact.length || !medusasOwn
    ? exact
    : entriesOf(order.transactions, {
        reference: REFUND_REFERENCE,
        reference_id: transaction.payment_id,
      }).filter(({ amount }) => paidOut(amount, order) === minor)
}

/**
 * What is too much: everything of money that came back; of money that left,
 * a second entry or a wrong amount. Medusa's own refund writes one for every
 * refund row that has none, with its own amount.
 */
export function payoutsGone(
  transaction: RefundTransactionRecord,
  medusasOwn: boolean,
  order: MedusaOrder
): MedusaOrder["transactions"] {
  const entries = payoutsOf(transaction, medusasOwn, order)
  if (hasFailed(transaction.status)) {
    return entries
  }
  const minor = toMinor(transaction.amount, order.currency_code)
  const right = entries.find(({ amount }) => paidOut(amount, order) === minor)
  return entries.filter((entry) => entry !== right)
}
