import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { discardOrderEdit } from "../../../ledger"
import type { OpenedOrderEdit } from "../types"

export const discardOrderEditStepId = "discard-order-edit"

/** Removes the order change of a preview: it leaves nothing behind. */
export const discardOrderEditStep = createStep(
  discardOrderEditStepId,
  async ({ open }: OpenedOrderEdit, { container }) => {
    await discardOrderEdit(container, open.id)
    return new StepResponse(undefined)
  }
)
