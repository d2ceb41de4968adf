import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  currentTransactions,
  type OrderRefundRecord,
  type RefundTransactionRecord,
} from "../../../domain"
import { cancelStripeRefund, retrieveRefund } from "../../../stripe"
import { actorOf, getOrderRefund } from "../../common/get-order-refund"
import { refundError } from "../../common/refund-error"
import { refundsModule, stripeFor } from "../../common/refunds-module"
import type { OrderRefundInput } from "../types"

export const cancelAtGatewayStepId = "cancel-at-gateway"

/**
 * Asks Stripe to cancel what waits for the customer. Our wish is recorded
 * first: whatever becomes of the answer, what is cancelled then is not owed.
 *
 * @throws order_refund_not_found, refund_not_cancelable
 * @returns the payments to read back
 */
export const cancelAtGatewayStep = createStep(
  cancelAtGatewayStepId,
  async (input: OrderRefundInput, { container }) => {
    const refund = await getOrderRefund(container, input.order_refund_id)
    const waiting = currentTransactions(refund).filter(
      ({ status }) => status === "requires_action"
    )
    if (!waiting.length) {
      throw notCancelable(refund)
    }
    const actor = actorOf(input.user_id)
    const service = refundsModule(container)
    await service.orderRefunds.requestCancel(refund.id, true, {
      actor,
      action: "cancel_requested",
    })
    let canceled = 0
    try {
      for (const transaction of waiting) {
        await cancel(container, refund, transaction)
        canceled += 1
      }
    } catch (error) {
      // Only a refusal ends the wish: after a lost answer it may be fulfilled,
      // and what another payment has cancelled already is not owed.
      if (!canceled && isRefusal(error)) {
        await service.orderRefunds.requestCancel(refund.id, false, {
          actor,
          action: "cancel_refused",
        })
      }
      throw error
    }
    return new StepResponse({
      payment_ids: [...new Set(waiting.map(({ payment_id }) => payment_id))],
    })
  }
)

async function cancel(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  { provider_id, stripe_refund_id }: RefundTransactionRecord
): Promise<void> {
  const stripe = stripeFor(container, provider_id)
  if (!stripe || !stripe_refund_id) {
    throw notCancelable(refund)
  }
  const outcome = await cancelStripeRefund(stripe, stripe_refund_id)
  if (outcome.kind !== "declined") {
    return
  }
  // Stripe also refuses a second time, after an answer that was lost.
  const { outcome: now } = await retrieveRefund(stripe, stripe_refund_id)
  if (now.status !== "canceled") {
    throw refundError({
      code: "refund_not_cancelable",
      message: `Stripe does not cancel ${stripe_refund_id}: ${outcome.message}`,
      details: { order_refund_id: refund.id, stripe_refund_id },
    })
  }
}

const notCancelable = (refund: OrderRefundRecord) =>
  refundError({
    code: "refund_not_cancelable",
    message: `Order refund ${refund.id} is ${refund.status}; only one that waits for the customer can be cancelled.`,
    details: { order_refund_id: refund.id, status: refund.status },
  })

const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  error.code === "refund_not_cancelable"
