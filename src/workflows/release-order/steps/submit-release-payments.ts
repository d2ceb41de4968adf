import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderLock } from "../../common/order-lock"
import { submitRelease } from "../lib/submit-release"
import type { ReservedOrderRelease } from "../types"

export const submitReleasePaymentsStepId = "submit-release-payments"

/**
 * Asks each payment's gateway to capture less, or to cancel. No database
 * transaction is open meanwhile; `submitting` is committed just before a call.
 *
 * No compensation: what was captured or cancelled stays so.
 */
export const submitReleasePaymentsStep = createStep(
  submitReleasePaymentsStepId,
  async (
    input: { lock: OrderLock; reserved: ReservedOrderRelease },
    { container }
  ) => {
    const { reserved, lock } = input
    if (!reserved.replayed) {
      await submitRelease(
        container,
        reserved.order_release_id,
        lock,
        "workflow"
      )
    }
    return new StepResponse(undefined)
  }
)
