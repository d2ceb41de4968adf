import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getOrderRelease } from "../lib/get-order-release"
import { lowerHeldAmounts } from "../lib/undo-release"
import type { ReservedOrderRelease } from "../types"

/**
 * Lowers the amounts of Medusa's payments to what will be captured.
 *
 * The step that made the release compensates: it knows what they were.
 */
export const lowerHeldAmountsStep = createStep(
  "lower-held-amounts",
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
