import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { preparePaymentRefund } from "../lib/prepare-payment-refund"
import type { RefundPaymentsInput } from "../types"

export const planPaymentRefundStepId = "plan-payment-refund"

/**
 * Checks a refund of payments as one of lines is checked, and plans what it would
 * reserve. Writes nothing.
 *
 * @throws the planner's codes, refund_in_progress
 */
export const planPaymentRefundStep = createStep(
  planPaymentRefundStepId,
  async (input: RefundPaymentsInput, { container }) =>
    new StepResponse(await preparePaymentRefund(container, input))
)
