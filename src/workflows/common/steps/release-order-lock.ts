import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { releaseOrderLock, type OrderLock } from "../order-lock"

/** Gives the lock of an order back. */
export const releaseOrderLockStep = createStep(
  "release-order-lock",
  async (lock: OrderLock, { container }) => {
    await releaseOrderLock(container, lock)
    return new StepResponse(undefined)
  }
)
