import type { PaymentGateway } from "../gateway/payment-gateway"
import { overdueMethod } from "../gateway/payment-method-rules"
import { hasMoved, isReserved } from "../gateway/refund-transaction-status"
import { currencyOf } from "../money/currency"
import { greaterThan, subtract, sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import {
  formatPayable,
  fromMinorUnits,
  payableAsTaken,
  smallestAmount,
} from "../money/money"
import type { PaymentBalance } from "../plan/plan-types"
import { blockingDispute } from "./blocking-dispute"
import type { MedusaOrderPayment } from "./medusa-order"
import type { OrderRefundRecord, PaymentDisputeRecord } from "./refund-records"

/** What a payment took, gave back and has reserved, and whether it may give more. */
export function paymentBalance(
  payment: MedusaOrderPayment,
  orderRefunds: OrderRefundRecord[],
  disputes: PaymentDisputeRecord[],
  { gateway, method_type }: PaymentGateway,
  now: Date
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
    currency_code: payment.currency_code,
    captured: capturedAmount(payment, gateway === "stripe"),
    refunded: sum(...native, ...moved.map(({ amount }) => amount)),
    reserved: sum(
      payment.held ?? "0",
      ...[...reserved, ...lost].map(({ amount }) => amount)
    ),
    refundable: !dispute && gateway !== "missing",
    ...(gateway === "missing" ? { provider_missing: true } : {}),
    overdue_method: overdueMethod(method_type, payment.captured_at, now),
    ...(dispute ? { dispute: { id: dispute.id, status: dispute.status } } : {}),
  }
}

/**
 * What was really taken: `amount_received` of the payment intent, where Medusa
 * has it, else the capture as the provider rounds it. Medusa's own figure is
 * not rounded (92.3843). Where the intent serves several payments, each took its
 * own part of it.
 */
function capturedAmount(
  { amount, captured, currency_code, data }: MedusaOrderPayment,
  atStripe: boolean
): Decimal {
  const currency = currencyOf(currency_code)
  const received = data.amount_received
  if (
    atStripe &&
    greaterThan(captured, "0") &&
    typeof received === "number" &&
    Number.isSafeInteger(received) &&
    received > 0
  ) {
    const taken = fromMinorUnits(BigInt(received), currency_code)
    const part = formatPayable(payableAsTaken(amount, currency), currency)
    return greaterThan(subtract(taken, part), smallestAmount(currency_code))
      ? part
      : taken
  }
  return formatPayable(payableAsTaken(captured, currency), currency)
}
