import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderLock } from "../../common/order-lock"
import { applyStripePayment } from "../lib/apply-stripe-payment"
import type { SyncStripePaymentInput } from "../types"

export const applyStripePaymentStepId = "apply-stripe-payment"

/**
 * Brings our records of one payment to what Stripe says. No compensation: what
 * Stripe says stays true whatever fails afterwards.
 */
export const applyStripePaymentStep = createStep(
  applyStripePaymentStepId,
  async (
    { lock, input }: { lock: OrderLock; input: SyncStripePaymentInput },
    { container }
  ) => new StepResponse(await applyStripePayment(container, lock, input))
)
