import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  changeOfEdit,
  confirmOrderEdit,
  type OpenOrderEdit,
} from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"

export const confirmOrderEditStepId = "confirm-order-edit"

/**
 * Lets Medusa carry the order change out. From here on it only goes forward.
 *
 * No compensation: it may be carried out although the answer is an error, and
 * then it stands.
 */
export const confirmOrderEditStep = createStep(
  confirmOrderEditStepId,
  async (
    { record, open }: { record: OrderEditRecord; open: OpenOrderEdit },
    { container }
  ) => {
    try {
      await confirmOrderEdit(container, open, record.created_by)
    } catch (error) {
      const change = await changeOfEdit(container, record.order_id, record.id)
      if (!change?.confirmed) {
        throw error
      }
    }
    return new StepResponse(undefined)
  }
)
