import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderLock } from "../../common/order-lock"
import { readBackRefused } from "../read-back-refused"

export const readBackRefusedStepId = "read-back-refused"

/** Reads back what Stripe refused to refund when it was asked once more. */
export const readBackRefusedStep = createStep(
  readBackRefusedStepId,
  async (input: { lock: OrderLock; payment_ids: string[] }, { container }) =>
    new StepResponse(
      await readBackRefused(container, input.lock, input.payment_ids)
    )
)
