import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderLock } from "../../common/order-lock"
import { finishRelease } from "../lib/finish-release"

export const finishReleaseStepId = "finish-release"

/** Undoes a release that nothing came of, or does what is still to be done. */
export const finishReleaseStep = createStep(
  finishReleaseStepId,
  async (
    input: { lock: OrderLock; order_release_id: string; actor: string },
    { container }
  ) => {
    const { order_release_id, lock, actor } = input
    await finishRelease(container, order_release_id, lock, actor)
    return new StepResponse(undefined)
  }
)
