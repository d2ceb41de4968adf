import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  currencyOf,
  decimal,
  decimalText,
  formatPayable,
  isTooLarge,
  type MedusaOrder,
  parseDecimal,
  payableAsTaken,
} from "../../domain"
import { assertRefundReason } from "../common/assert-refund-reason"
import { getOrderRefund } from "../common/get-order-refund"
import { refundError } from "../common/refund-error"
import { readOrderRefundState } from "../common/read-order-state"
import { toError } from "../common/to-error"
import { planPayments } from "./lib/payments-request"
import { retryFailedFirst } from "./lib/retry-failed-first"
import { refundPaymentsSafelyWorkflow } from "./refund-payments-safely"

/** What Medusa's route is asked. */
export type RefundPaymentInput = {
  payment_id: string
  order_id: string
  /** Major units. Default: what the payment was for, as in Medusa, captured or not. */
  amount?: number
  refund_reason_id?: string | null
  note?: string | null
  created_by?: string | null
}

/**
 * Medusa's refund of a payment, made safe: failed refunds are paid first, the
 * rest is a refund of ours. The amount is rounded as the provider rounds it,
 * since Medusa's admin proposes its own unrounded totals.
 *
 * @throws the codes of `docs/errors.md`
 * @returns whether the outcome is known
 */
export async function refundPayment(
  container: MedusaContainer,
  input: RefundPaymentInput
): Promise<{ settled: boolean }> {
  const { order_id, payment_id, ...about } = input
  const created_by = input.created_by ?? null
  const { order, records, snapshot } = await readOrderRefundState(
    container,
    order_id
  )
  const payments = [{ payment_id, amount: payableAmount(order, input) }]
  // Before anything is sent: a refusal says that no money moved.
  await assertRefundReason(container, input.refund_reason_id)
  planPayments(snapshot, payments, "amount")
  const retried = await retryFailedFirst(
    container,
    records.order_refunds,
    payments,
    created_by
  )
  const { left } = retried
  let { settled } = retried
  if (left.length) {
    const { result } = await refundPaymentsSafelyWorkflow(container).run({
      input: {
        ...about,
        order_id,
        payments: left,
        known: records.order_refunds.map(({ id }) => id),
        created_by,
      },
    })
    const refund = await getOrderRefund(container, result.order_refund_id)
    settled = refund.status !== "processing"
  }
  if (settled) {
    await tellAsMedusaDoes(container, payment_id)
  }
  return { settled }
}

/** What is asked for, rounded as the provider rounds it. */
function payableAmount(
  { payments, currency_code }: MedusaOrder,
  { payment_id, amount }: RefundPaymentInput
): string {
  const payment = payments.find(({ id }) => id === payment_id)
  const currency = currencyOf(currency_code)
  const asked = decimalText(
    parseDecimal(amount ?? payment?.amount) ?? decimal("0")
  )
  const payable = payableAsTaken(asked, currency)
  if (payable <= 0n) {
    throw refundError({
      code: "invalid_amount",
      message: `amount must be above zero, not ${asked}.`,
      details: { field: "amount" },
    })
  }
  if (isTooLarge(decimal(asked), currency)) {
    throw refundError({
      code: "invalid_amount",
      message: `amount: ${String(amount ?? payment?.amount)} ${currency.code.toUpperCase()} is more than any payment.`,
      details: { field: "amount" },
    })
  }
  const captured = payableAsTaken(payment?.captured ?? "0", currency)
  if (amount === undefined && captured < payable) {
    const largest_amount = formatPayable(captured, currency)
    throw refundError({
      code: "amount_exceeds_payment",
      message: `${largest_amount} of the ${formatPayable(payable, currency)} of ${payment_id} were captured. Say how much of it to refund.`,
      details: { field: "amount", payment_id, largest_amount },
    })
  }
  return formatPayable(payable, currency)
}

/** Stores that listen to Medusa's own event go on hearing it. */
async function tellAsMedusaDoes(
  container: MedusaContainer,
  paymentId: string
): Promise<void> {
  try {
    await container
      .resolve(Modules.EVENT_BUS)
      .emit({ name: "payment.refunded", data: { id: paymentId } }, {})
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `payment.refunded of ${paymentId} could not be emitted.`,
        toError(error)
      )
  }
}
