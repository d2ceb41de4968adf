import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { prepareRefund } from "../prepare-refund"
import type { CreateOrderRefundInput } from "../types"

export const planOrderRefundStepId = "plan-order-refund"

/**
 * Computes what a refund would do: each line's share of discounts and taxes, and
 * the payments that it draws from. Checks all that a refund is checked for, and
 * writes nothing.
 *
 * @throws the codes of the planner, `order_not_found`, `refund_in_progress`,
 *   `refund_reason_not_found`, `invalid_request` for a location that does not exist,
 *   or metadata that cannot be kept
 */
export const planOrderRefundStep = createStep(
  planOrderRefundStepId,
  async (input: CreateOrderRefundInput, { container }) =>
    new StepResponse(await prepareRefund(container, input))
)
