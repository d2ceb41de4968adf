import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { releaseOrderLock, type OrderLock } from "../order-lock"

export const releaseOrderLockStepId = "release-order-lock"

/** Gives the lock of an order back, unless it belongs to a workflow around this one. */
export const releaseOrderLockStep = createStep(
  releaseOrderLockStepId,
  async (lock: OrderLock, { container }) => {
    if (!lock.borrowed) {
      await releaseOrderLock(container, lock)
    }
    return new StepResponse(undefined)
  }
)
