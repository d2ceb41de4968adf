import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { RefundRequest } from "../../../types"
import { assertPlanSeen } from "../assert-plan-seen"
import { prepareRefund } from "../prepare-refund"
import type { CreateOrderRefundInput, PlannedOrderRefund } from "../types"

export const replanOrderRefundStepId = "replan-order-refund"

/**
 * Plans once more where the store's `planned` hook asks for something else than
 * the caller did, and refuses a plan that is not the one that somebody has seen.
 *
 * @param request what the hook asks for; nothing changes the plan without one
 * @throws the codes of `planOrderRefundStep`, `plan_changed`
 */
export const replanOrderRefundStep = createStep(
  replanOrderRefundStepId,
  async (
    {
      input,
      planned,
      request,
    }: {
      input: CreateOrderRefundInput
      planned: PlannedOrderRefund
      request?: RefundRequest
    },
    { container }
  ) => {
    const final = request
      ? await prepareRefund(container, input, request)
      : planned
    assertPlanSeen(input, final.plan)
    return new StepResponse(final)
  }
)
