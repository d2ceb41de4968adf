import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findReplay } from "../find-replay"
import type { CreateOrderRefundInput } from "../types"

export const findReplayedRefundStepId = "find-replayed-refund"

/**
 * Finds the refund that this idempotency key made before, or null.
 *
 * @throws idempotency_key_reused
 */
export const findReplayedRefundStep = createStep(
  findReplayedRefundStepId,
  async (input: CreateOrderRefundInput, { container }) =>
    new StepResponse(await findReplay(container, input))
)
