import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { actorOf } from "../../common/get-order-refund"
import { planAssignment } from "../plan-assignment"
import { whileOrderChanges } from "../../common/while-order-changes"
import { refundsModule } from "../../common/refunds-module"
import type { AssignOrderRefundInput } from "../types"

/** The order's lock is held; only another process that lost it can interfere. */
const TRIES = 3

export const assignRefundLinesStepId = "assign-refund-lines"

/**
 * Says which lines the money of an outside refund was for.
 *
 * @throws order_refund_not_found, refund_not_assignable, and the planner's codes
 */
export const assignRefundLinesStep = createStep(
  assignRefundLinesStepId,
  async (input: AssignOrderRefundInput, { container }) => {
    await whileOrderChanges(input.order_id, TRIES, async () => {
      const { version, grant } = await planAssignment(container, input)
      const done = await refundsModule(container).outsideRefunds.assign(
        input.order_refund_id,
        {
          version,
          grant,
          audit: { actor: actorOf(input.user_id), action: "assigned" },
        }
      )
      return done || null
    })
    return new StepResponse(undefined)
  }
)
