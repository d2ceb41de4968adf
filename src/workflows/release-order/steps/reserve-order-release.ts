import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundsModule } from "../../common/refunds-module"
import { whileOrderChanges } from "../../common/while-order-changes"
import { assertPlanSeen } from "../lib/assert-plan-seen"
import { findReplay } from "../lib/find-replay"
import { prepareRelease } from "../lib/prepare-release"
import { undoRelease } from "../lib/undo-release"
import type { CreateOrderReleaseInput, PlannedOrderRelease } from "../types"

/** Each try reads everything again; more than a few means something is wrong. */
const TRIES = 5

export const reserveOrderReleaseStepId = "reserve-order-release"

/**
 * Writes a planned release down, in one committed transaction. Where the order's
 * records changed since it was planned, or nobody planned it, the plan is made
 * here.
 *
 * Compensation takes it back, unless a provider did something, or may have.
 *
 * @throws the codes of `planOrderReleaseStep`, `plan_changed`,
 *   `idempotency_key_reused`
 */
export const reserveOrderReleaseStep = createStep(
  reserveOrderReleaseStepId,
  async (
    input: CreateOrderReleaseInput & { planned?: PlannedOrderRelease },
    { container }
  ) => {
    let { planned } = input
    const request = planned?.request ?? input.request
    const actor = input.created_by ? `user:${input.created_by}` : "workflow"
    const reserved = await whileOrderChanges(
      input.order_id,
      TRIES,
      async () => {
        const replay = await findReplay(container, input)
        if (replay) {
          return replay
        }
        planned ??= await prepareRelease(container, input, request)
        const { plan, version, release } = planned
        planned = undefined
        assertPlanSeen(input, plan)
        const service = refundsModule(container)
        return (await service.releases.reserve(version, release, actor))
          ? {
              order_release_id: release.id,
              order_id: release.order_id,
              replayed: false,
            }
          : null
      }
    )
    return new StepResponse(reserved, reserved.replayed ? null : reserved)
  },
  async (reserved, { container }) => {
    if (reserved) {
      await undoRelease(container, reserved.order_release_id, "workflow")
    }
  }
)
