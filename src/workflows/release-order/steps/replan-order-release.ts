import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ReleaseRequest } from "../../../domain"
import { assertPlanSeen } from "../lib/assert-plan-seen"
import { prepareRelease } from "../lib/prepare-release"
import type { CreateOrderReleaseInput, PlannedOrderRelease } from "../types"

export const replanOrderReleaseStepId = "replan-order-release"

/**
 * Plans once more where the store's `planned` hook asks for something else than
 * the caller did, and refuses a plan that is not the one that somebody has seen.
 *
 * @param request what the hook asks for; nothing changes the plan without one
 * @throws the codes of `planOrderReleaseStep`, `plan_changed`
 */
export const replanOrderReleaseStep = createStep(
  replanOrderReleaseStepId,
  async (
    {
      input,
      planned,
      request,
    }: {
      input: CreateOrderReleaseInput
      planned: PlannedOrderRelease
      request?: ReleaseRequest
    },
    { container }
  ) => {
    const final = request
      ? await prepareRelease(container, input, request)
      : planned
    assertPlanSeen(input, final.plan)
    return new StepResponse(final)
  }
)
