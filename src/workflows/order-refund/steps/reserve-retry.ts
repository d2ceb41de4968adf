import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  greaterThan,
  inOtherCurrency,
  isForeign,
  paymentRefusal,
  refundablePayments,
  type RefundTransactionRecord,
} from "../../../domain"
import { assertStillOwed } from "../rules/assert-still-owed"
import { failedParts } from "../rules/failed-parts"
import { actorOf, getOrderRefund } from "../../common/get-order-refund"
import {
  readOrderRefundState,
  type OrderRefundState,
} from "../../common/read-order-state"
import { refundError } from "../../common/refund-error"
import { refundsModule } from "../../common/refunds-module"
import { whileOrderChanges } from "../../common/while-order-changes"
import { gatewayOptions, newTransaction } from "../reservation"
import type { OrderRefundInput, ReservedOrderRefund } from "../types"

/** The order's lock is held; only another process that lost it can interfere. */
const TRIES = 3

export const reserveRetryStepId = "reserve-retry"

/**
 * Reserves the money of the failed part once more, as new movements with new
 * idempotency keys: for a known key Stripe only repeats its first answer.
 *
 * @throws order_refund_not_found, refund_not_retryable, order_has_active_change,
 *   amount_exceeds_payment, payment_disputed, payment_provider_missing,
 *   payment_currency_mismatch
 */
export const reserveRetryStep = createStep(
  reserveRetryStepId,
  async (input: OrderRefundInput, { container }) => {
    const reserved = await whileOrderChanges(input.order_id, TRIES, () =>
      tryToReserve(container, input)
    )
    return new StepResponse(reserved)
  }
)

async function tryToReserve(
  container: MedusaContainer,
  { order_refund_id, user_id }: OrderRefundInput
): Promise<(ReservedOrderRefund & { transaction_ids: string[] }) | null> {
  const refund = await getOrderRefund(container, order_refund_id)
  const failed = failedParts(refund)
  const state = await readOrderRefundState(container, refund.order_id)
  assertPayable(state, failed)
  assertStillOwed(state.order, refund)
  const replacements = failed.map((transaction) => ({
    replaces: transaction.id,
    transaction: newTransaction(transaction, {
      order: state.order,
      refund,
      ...gatewayOptions(container),
    }),
  }))
  const done = await refundsModule(container).failedRefunds.retry(
    order_refund_id,
    {
      version: state.records.version,
      replacements,
      audit: { actor: actorOf(user_id), action: "retried" },
    }
  )
  return done
    ? {
        order_refund_id,
        order_id: refund.order_id,
        replayed: false,
        transaction_ids: replacements.map(({ transaction }) => transaction.id),
      }
    : null
}

/** The payments must still hold what failed; others may have used it since. */
function assertPayable(
  { order, snapshot }: OrderRefundState,
  failed: RefundTransactionRecord[]
): void {
  if (order.active_change) {
    throw refundError({
      code: "order_has_active_change",
      message: `${order.id} has an open edit, return, claim or exchange. Confirm or cancel it first.`,
    })
  }
  const { payments } = refundablePayments(snapshot)
  for (const { payment_id, amount } of failed) {
    const held = payments.find((each) => each.payment_id === payment_id)
    const left = held?.refundable_amount ?? "0"
    const payment = snapshot.payments.find(({ id }) => id === payment_id)
    if (payment && isForeign(snapshot, payment)) {
      throw refundError(inOtherCurrency(snapshot, [payment]).error)
    }
    if (payment && !payment.refundable) {
      const { message, ...error } = paymentRefusal(payment)
      throw refundError({
        ...error,
        message: `${message} Or settle this refund another way.`,
      })
    }
    if (greaterThan(amount, left)) {
      throw refundError({
        code: "amount_exceeds_payment",
        message: `${payment_id} still holds ${left}, less than the ${amount} that failed. Settle the refund another way, or withdraw it.`,
        details: { payment_id, largest_amount: left },
      })
    }
  }
}
