import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findReplay } from "../lib/find-replay"
import type { CreateOrderReleaseInput } from "../types"

export const findReplayedReleaseStepId = "find-replayed-release"

/**
 * Finds the release that this idempotency key made before, or null.
 *
 * @throws idempotency_key_reused
 */
export const findReplayedReleaseStep = createStep(
  findReplayedReleaseStepId,
  async (input: CreateOrderReleaseInput, { container }) =>
    new StepResponse(await findReplay(container, input))
)
