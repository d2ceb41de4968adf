import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Decimal,
  fromMinorUnits,
  hasMoved,
  type MedusaOrder,
  type MedusaOrderPayment,
  negate,
  type OrderRefundRecord,
  type RefundTransactionRecord,
  toMinor,
} from "../../domain"
import { readOrderRefundState } from "../../workflows/common/read-order-state"
import { ownRefunds, readStripePayment } from "../../workflows/stripe-sync"

/**
 * Where Stripe, Medusa's payment, its order ledger and our records disagree
 * about a payment, in words. Reads only.
 */
export async function paymentDrift(
  container: MedusaContainer,
  { order_id, payment_id }: { order_id: string; payment_id: string }
): Promise<string[]> {
  const { order, ledger } = await readOrderRefundState(container, order_id)
  const payment = order.payments.find(({ id }) => id === payment_id)
  const truth = payment && (await readStripePayment(container, payment, false))
  if (!payment || !truth) {
    return []
  }
  const { own } = await ownRefunds(
    container,
    { order_id, payment },
    truth.refunds
  )
  const live = own.filter(({ outcome }) => hasMoved(outcome.status))
  const atStripe = live.reduce(
    (sum, { minor_amount }) => sum + minor_amount,
    0n
  )
  return [
    ...rowDrift(payment, atStripe),
    ...recordDrift(payment, ledger.order_refunds, atStripe),
    ...bookDrift(order, payment, ledger.order_refunds),
  ]
}

const money = (minor: bigint, { currency_code }: MedusaOrderPayment): string =>
  `${currency_code.toUpperCase()} ${fromMinorUnits(minor, currency_code)}`

function rowDrift(payment: MedusaOrderPayment, atStripe: bigint): string[] {
  const rows = minorOf(payment, payment.refunds)
  return rows === atStripe
    ? []
    : [
        `Stripe refunded ${money(atStripe, payment)} of ${payment.id}, Medusa's payment says ${money(rows, payment)}.`,
      ]
}

function recordDrift(
  payment: MedusaOrderPayment,
  refunds: OrderRefundRecord[],
  atStripe: bigint
): string[] {
  const ours = minorOf(payment, transactionsOf(payment, refunds))
  return ours === atStripe
    ? []
    : [
        `Stripe refunded ${money(atStripe, payment)} of ${payment.id}, our records say ${money(ours, payment)}.`,
      ]
}

/** The order's ledger, as far as it tells of this payment's refunds. */
function bookDrift(
  order: MedusaOrder,
  payment: MedusaOrderPayment,
  refunds: OrderRefundRecord[]
): string[] {
  const waiting = refunds.filter(
    ({ booked_at, transactions }) =>
      !booked_at &&
      transactions.some(({ payment_id }) => payment_id === payment.id)
  )
  if (waiting.length) {
    return waiting.map(
      ({ display_id }) =>
        `The books of refund #${display_id} are not written yet${order.active_change ? ": the order has an open change" : ""}.`
    )
  }
  const ours = transactionsOf(payment, refunds)
  const documents = new Set([
    payment.id,
    ...payment.refunds.map(({ id }) => id),
    ...ours.map(({ medusa_refund_id }) => medusa_refund_id),
  ])
  const paid = order.transactions
    .filter(
      ({ reference, reference_id }) =>
        reference === "refund" && documents.has(reference_id ?? "")
    )
    .reduce(
      (sum, { amount }) => sum + toMinor(negate(amount), payment.currency_code),
      0n
    )
  const moved = minorOf(payment, ours)
  return paid === moved
    ? []
    : [
        `The order's transactions give ${money(paid, payment)} of ${payment.id} back, our records say ${money(moved, payment)}.`,
      ]
}

const transactionsOf = (
  { id }: MedusaOrderPayment,
  refunds: OrderRefundRecord[]
): RefundTransactionRecord[] =>
  refunds
    .flatMap(({ transactions }) => transactions)
    .filter(
      ({ payment_id, method, status }) =>
        payment_id === id && method === "gateway" && hasMoved(status)
    )

const minorOf = (
  { currency_code }: MedusaOrderPayment,
  entries: { amount: Decimal }[]
): bigint =>
  entries.reduce((sum, { amount }) => sum + toMinor(amount, currency_code), 0n)
