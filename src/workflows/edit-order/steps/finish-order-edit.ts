import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { toError } from "../../common/to-error"
import { finishEdit } from "../lib/finish-edit"
import type { EditedOrder } from "../types"

export const finishOrderEditStepId = "finish-order-edit"

/**
 * Does what follows a confirmed change: reservations, books, Medusa's event. Goes
 * forward only: a failure is logged, and the job finishes it.
 */
export const finishOrderEditStep = createStep(
  finishOrderEditStepId,
  async (record: OrderEditRecord, { container }) => {
    try {
      await finishEdit(container, record)
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `Order edit ${record.id} is confirmed, but not everything that follows was done; the job finishes it.`,
          toError(error)
        )
    }
    const edited: EditedOrder = {
      order_edit_id: record.id,
      order_id: record.order_id,
    }
    return new StepResponse(edited)
  }
)
