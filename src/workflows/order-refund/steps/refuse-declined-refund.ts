import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { declinedError } from "../../gateway/declined-error"
import { refusedWhole } from "../refused-whole"
import type { ReservedOrderRefund } from "../types"

export const refuseDeclinedRefundStepId = "refuse-declined-refund"

/**
 * Ends the workflow when every gateway refused: no money moved, so the
 * reservation is given back (by the compensation of the step that made it) and
 * the merchant reads the gateway's own words.
 *
 * Where goods moved it goes on: the grant stays as failed, and the order owes it.
 *
 * @throws provider_declined
 */
export const refuseDeclinedRefundStep = createStep(
  refuseDeclinedRefundStepId,
  async (input: ReservedOrderRefund, { container }) => {
    const declined = await refusedWhole(container, input)
    if (declined) {
      throw declinedError(input.order_refund_id, declined)
    }
    return new StepResponse(undefined)
  }
)
