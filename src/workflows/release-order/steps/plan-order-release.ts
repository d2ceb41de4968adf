import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { prepareRelease } from "../lib/prepare-release"
import type { CreateOrderReleaseInput } from "../types"

export const planOrderReleaseStepId = "plan-order-release"

/**
 * Computes what a release would do: what each payment captures, and what leaves
 * the order. Writes nothing.
 *
 * @throws every code of the planner, `order_not_found`, `refund_in_progress`
 */
export const planOrderReleaseStep = createStep(
  planOrderReleaseStepId,
  async (input: CreateOrderReleaseInput, { container }) =>
    new StepResponse(await prepareRelease(container, input))
)
