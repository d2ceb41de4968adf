import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getOrderRelease } from "../../common/get-order-release"
import { lowerHeldAmounts } from "../lib/undo-release"
import type { ReservedOrderRelease } from "../types"

export const lowerHeldAmountsStepId = "lower-held-amounts"

/**
 * Lowers the amounts of Medusa's payments to what will be captured.
 *
 * The step that made the release compensates: it knows what they were.
 */
export const lowerHeldAmountsStep = createStep(
  lowerHeldAmountsStepId,
  async (reserved: ReservedOrderRelease, { container }) => {
    if (!reserved.replayed) {
      await lowerHeldAmounts(
        container,
        await getOrderRelease(container, reserved.order_release_id)
      )
    }
    return new StepResponse(undefined)
  }
)
