import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { randomUUID } from "node:crypto"
import {
  acquireOrderLock,
  releaseOrderLock,
  type OrderLock,
} from "../order-lock"

export const acquireOrderLockStepId = "acquire-order-lock"

/**
 * Takes the lock of an order for the rest of the workflow, so that refunds,
 * retries and order edits of one order run one after the other.
 */
export const acquireOrderLockStep = createStep(
  acquireOrderLockStepId,
  async (input: { order_id: string }, { container }) => {
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
