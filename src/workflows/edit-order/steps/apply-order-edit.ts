import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { applyEdit } from "../lib/apply-edit"
import type { EditOrderInput } from "../types"

export const applyOrderEditStepId = "apply-order-edit"

/**
 * Edits the order, or finds the edit that was made with this key. Undoes itself
 * when it fails; what is confirmed stays.
 */
export const applyOrderEditStep = createStep(
  applyOrderEditStepId,
  async (
    { lock, input }: { lock: OrderLock; input: EditOrderInput },
    { container }
  ) =>
    new StepResponse(
      await applyEdit(container, input, () => renewOrderLock(container, lock))
    )
)
