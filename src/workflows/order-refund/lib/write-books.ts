import { MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  currencyOf,
  formatPayable,
  hasMoved,
  type Decimal,
} from "../../../domain"
import {
  readOrder,
  writeCreditLine,
  writeOrderTransactions,
  writeRefundRows,
  type MedusaOrder,
} from "../../../ledger"
import type {
  OrderRefundRecord,
  RefundTransactionRecord,
} from "../../../modules/refunds/types"
import { grantAmount } from "./grant"
import { refundsModule } from "./refunds-module"

/** Medusa's reference for our credit lines; customers can see it. */
export const CREDIT_LINE_REFERENCE = "order_refund"
export const ROUNDING_REFERENCE = "order_refund_rounding"

/**
 * Brings Medusa's books to what our records say. Every write is keyed by our
 * ids, so running this again, after a crash at any point, changes nothing.
 *
 * The credit line comes before the order transaction: the other way round the
 * customer would owe the refund for a moment, and an order edit confirmed just
 * then would charge it.
 *
 * @returns false when something has to wait: the order has an open change
 */
export async function writeBooks(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  actor: string
): Promise<boolean> {
  const unbooked = refund.transactions.filter(
    ({ status, booked_at }) => hasMoved(status) && !booked_at
  )
  if (!unbooked.length) {
    return true
  }
  await writeRefundRows(
    container,
    unbooked.map((transaction) => refundRow(refund, transaction))
  )
  const order = await readOrder(container, refund.order_id)
  if (!order || order.active_change) {
    return false
  }
  await writeOrderSide(container, refund, unbooked, order)
  await refundsModule(container).markBooked(refund.id, {
    transaction_ids: unbooked.map(({ id }) => id),
    complete: isComplete(refund, unbooked),
    audit: { actor, action: "booked" },
  })
  return true
}

async function writeOrderSide(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  unbooked: RefundTransactionRecord[],
  order: MedusaOrder
): Promise<void> {
  const grant = grantAmount(refund)
  const line = { reference_id: refund.id, created_by: refund.created_by }
  const known = order.credit_lines.some(
    ({ reference_id }) => reference_id === refund.id
  )
  if (MathBN.gt(grant, 0)) {
    const reference = CREDIT_LINE_REFERENCE
    await writeCreditLine(container, order, {
      ...line,
      reference,
      amount: grant,
    })
  }
  const cent = isComplete(refund, unbooked)
    ? leftover(order, known ? "0" : grant, unbooked)
    : null
  if (cent) {
    const reference = ROUNDING_REFERENCE
    await writeCreditLine(container, order, {
      ...line,
      reference,
      amount: cent,
    })
  }
  await writeOrderTransactions(
    container,
    order,
    unbooked.map(({ medusa_refund_id, amount }) => ({
      refund_id: medusa_refund_id,
      amount,
    }))
  )
}

/** Whether nothing is left to write: a refused part never gets into the books. */
const isComplete = (
  refund: OrderRefundRecord,
  unbooked: RefundTransactionRecord[]
): boolean =>
  refund.transactions.every(
    (transaction) =>
      transaction.booked_at ||
      transaction.status === "failed" ||
      transaction.status === "canceled" ||
      unbooked.includes(transaction)
  )

/**
 * What the order would still owe, or be owed, after these writes, if it is less
 * than anybody can pay: Medusa's totals have more digits than money.
 */
function leftover(
  order: MedusaOrder,
  grant: Decimal,
  unbooked: RefundTransactionRecord[]
): Decimal | null {
  const written = new Set(
    order.transactions.map(({ reference_id }) => reference_id)
  )
  const paidOut = unbooked
    .filter(({ medusa_refund_id }) => !written.has(medusa_refund_id))
    .map(({ amount }) => amount)
  const rest = MathBN.add(
    MathBN.sub(order.pending_difference, grant),
    MathBN.sum(0, ...paidOut)
  )
  const smallest = formatPayable(1n, currencyOf(order.currency_code))
  return !MathBN.eq(rest, 0) && MathBN.lt(MathBN.abs(rest), smallest)
    ? rest.toFixed()
    : null
}

const refundRow = (
  refund: OrderRefundRecord,
  transaction: RefundTransactionRecord
) => ({
  id: transaction.medusa_refund_id,
  payment_id: transaction.payment_id,
  amount: transaction.amount,
  created_by: refund.created_by,
  note: refund.note,
  refund_reason_id: refund.refund_reason_id,
  metadata: {
    order_refund_id: refund.id,
    refund_transaction_id: transaction.id,
    stripe_refund_id: transaction.stripe_refund_id,
  },
})
