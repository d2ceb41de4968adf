import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { randomUUID } from "node:crypto"
import {
  acquireOrderLock,
  releaseOrderLock,
  renewOrderLock,
  type OrderLock,
} from "../order-lock"

export const acquireOrderLockStepId = "acquire-order-lock"

/**
 * Takes the lock of an order for the rest of the workflow, so that refunds,
 * retries and order edits of one order run one after the other. A workflow that
 * runs inside another one gets the lock that is held, and keeps it alive.
 *
 * @throws refund_in_progress when it is not free within half a minute
 */
export const acquireOrderLockStep = createStep(
  acquireOrderLockStepId,
  async (input: { order_id: string; lock?: OrderLock }, { container }) => {
    if (input.lock) {
      await renewOrderLock(container, input.lock)
      const borrowed: OrderLock = { ...input.lock, borrowed: true }
      return new StepResponse(borrowed, null)
    }
    const lock: OrderLock = {
      order_id: input.order_id,
      owner_id: `order-refund:${randomUUID()}`,
    }
    await acquireOrderLock(container, lock)
    return new StepResponse(lock, lock)
  },
  async (lock, { container }) => {
    if (lock) {
      await releaseOrderLock(container, lock)
    }
  }
)
