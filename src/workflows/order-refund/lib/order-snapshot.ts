import { MathBN } from "@medusajs/framework/utils"
import {
  currencyOf,
  formatPayable,
  fromMinorUnits,
  hasMoved,
  isReserved,
  payableAsTaken,
  type Decimal,
  type OrderSnapshot,
  type PaymentBalance,
  type RefundedLine,
} from "../../../domain"
import type { MedusaOrder, MedusaOrderPayment } from "../../../ledger"
import type {
  OrderRefundRecord,
  PaymentDisputeRecord,
} from "../../../modules/refunds/types"
import { blockingDispute } from "./blocking-dispute"
import { creditToTakeBack, hasGranted } from "./books-to-write"
import { currentTransactions } from "./current-transactions"
import { grantAmount } from "./grant"

type IsAtStripe = (providerId: string) => boolean

/**
 * Joins Medusa's books and our records into what the planner needs.
 *
 * Our records must have been read first: a native refund row of ours is then
 * known by its id and counted once, as ours.
 */
export function orderSnapshot(
  order: MedusaOrder,
  orderRefunds: OrderRefundRecord[],
  disputes: PaymentDisputeRecord[],
  isAtStripe: IsAtStripe
): OrderSnapshot {
  const open = orderRefunds.filter(({ released_at }) => !released_at)
  const { refunded_lines, removed_amount } = refundHistory(order, open)
  return {
    order_id: order.id,
    currency_code: order.currency_code,
    canceled: order.canceled,
    has_active_change: order.active_change !== null,
    owed: owedAmount(order, open, orderRefunds),
    items: order.items,
    shipping_methods: order.shipping_methods,
    payments: order.payments.map((payment) =>
      paymentBalance(
        payment,
        orderRefunds,
        disputes.filter(({ payment_id }) => payment_id === payment.id),
        isAtStripe(payment.provider_id)
      )
    ),
    refunded_lines,
    removed_amount,
  }
}

function paymentBalance(
  payment: MedusaOrderPayment,
  orderRefunds: OrderRefundRecord[],
  disputes: PaymentDisputeRecord[],
  atStripe: boolean
): PaymentBalance {
  const currency = currencyOf(payment.currency_code)
  const ours = orderRefunds
    .flatMap(({ transactions }) => transactions)
    .filter(
      ({ payment_id, method }) =>
        payment_id === payment.id && method === "gateway"
    )
  const ourRows = new Set(ours.map(({ medusa_refund_id }) => medusa_refund_id))
  const native = payment.refunds
    .filter(({ id }) => !ourRows.has(id))
    .map(({ amount }) =>
      formatPayable(payableAsTaken(amount, currency), currency)
    )
  const moved = ours.filter(({ status }) => hasMoved(status))
  const reserved = ours.filter(({ status }) => isReserved(status))
  const dispute = blockingDispute(disputes)
  // Lost in part: Stripe still refunds the rest.
  const lost = dispute ? [] : disputes.filter(({ status }) => status === "lost")
  return {
    id: payment.id,
    provider_id: payment.provider_id,
    captured: capturedAmount(payment, atStripe),
    refunded: sum([...native, ...moved.map(({ amount }) => amount)]),
    reserved: sum([...reserved, ...lost].map(({ amount }) => amount)),
    refundable: !dispute,
    ...(dispute ? { dispute: { id: dispute.id, status: dispute.status } } : {}),
  }
}

/**
 * What was really taken: `amount_received` of the payment intent, where Medusa
 * has it, else the capture as the provider rounds it. Medusa's own figure is
 * not rounded (92.3843).
 */
function capturedAmount(
  { captured, currency_code, data }: MedusaOrderPayment,
  atStripe: boolean
): Decimal {
  const currency = currencyOf(currency_code)
  const received = data.amount_received
  if (
    atStripe &&
    MathBN.gt(captured, 0) &&
    typeof received === "number" &&
    Number.isSafeInteger(received) &&
    received > 0
  ) {
    return fromMinorUnits(BigInt(received), currency_code)
  }
  return formatPayable(payableAsTaken(captured, currency), currency)
}

/** What came back of lines that are still on the order, and of others. */
function refundHistory(order: MedusaOrder, open: OrderRefundRecord[]) {
  const lines = open.flatMap((refund) => refund.lines)
  const known = new Set(
    [...order.items, ...order.shipping_methods].map(({ id }) => id)
  )
  const refunded_lines: RefundedLine[] = []
  const removed: Decimal[] = []
  for (const line of lines) {
    const line_id = line.item_id ?? line.shipping_method_id
    if (!line_id || (line.kind !== "item" && line.kind !== "shipping")) {
      continue
    }
    if (!known.has(line_id)) {
      removed.push(line.amount)
      continue
    }
    refunded_lines.push({
      kind: line.kind,
      line_id,
      quantity: line.quantity,
      amount: line.amount,
      tax_lines: line.tax_lines,
    })
  }
  return { refunded_lines, removed_amount: sum(removed) }
}

/**
 * What the order owes and no order refund of ours claims: money in flight whose
 * order transaction is not written yet, and failed grants.
 */
function owedAmount(
  order: MedusaOrder,
  open: OrderRefundRecord[],
  all: OrderRefundRecord[]
): Decimal {
  const claimed = open.map((refund) => {
    const unbooked = sum(
      currentTransactions(refund)
        .filter(({ booked_at }) => !booked_at)
        .map(({ amount }) => amount)
    )
    const outstanding = MathBN.sub(refund.amount, grantAmount(refund))
    return hasGranted(refund, order)
      ? unbooked
      : MathBN.min(unbooked, outstanding).toFixed()
  })
  const owed = MathBN.sub(
    MathBN.mult(order.pending_difference, -1),
    sum([...claimed, ...all.map((refund) => creditToTakeBack(refund, order))])
  )
  return MathBN.gt(owed, 0) ? owed.toFixed() : "0"
}

const sum = (amounts: Decimal[]): Decimal => MathBN.sum(0, ...amounts).toFixed()
