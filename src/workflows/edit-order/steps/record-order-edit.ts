import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { refundsModule } from "../../common/refunds-module"
import { undoUnlessConfirmed } from "../lib/undo-unless-confirmed"

export const recordOrderEditStepId = "record-order-edit"

/**
 * Writes an edit down before Medusa carries it out, so that a crash after the
 * change leads to it.
 *
 * Compensation forgets it, unless Medusa has carried the edit out.
 */
export const recordOrderEditStep = createStep(
  recordOrderEditStepId,
  async (record: OrderEditRecord, { container }) => {
    await refundsModule(container).edits.record(record)
    return new StepResponse(undefined, record)
  },
  async (record, { container }) => {
    if (record) {
      await undoUnlessConfirmed(container, record, () =>
        refundsModule(container).edits.forget(record.id)
      )
    }
  }
)
