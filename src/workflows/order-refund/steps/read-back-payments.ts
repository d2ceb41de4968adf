import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type StripeSyncResult, applyStripePayment } from "../../stripe-sync"
import type { OrderLock } from "../../common/order-lock"

export const readBackPaymentsStepId = "read-back-payments"

/** Reads payments back from Stripe, and brings our records to what it says. */
export const readBackPaymentsStep = createStep(
  readBackPaymentsStepId,
  async (
    input: { lock: OrderLock; payment_ids: string[]; actor: string },
    { container }
  ) => {
    const results: StripeSyncResult[] = []
    for (const payment_id of input.payment_ids) {
      results.push(
        await applyStripePayment(container, input.lock, {
          order_id: input.lock.order_id,
          payment_id,
          actor: input.actor,
          disputes: false,
        })
      )
    }
    return new StepResponse({
      refunds: results.flatMap(({ refunds }) => refunds),
      disputes: [],
      drift: results.flatMap(({ drift }) => drift),
      unclear: results.flatMap(({ unclear }) => unclear),
    })
  }
)
