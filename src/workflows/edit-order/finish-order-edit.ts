import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { removeLeftovers } from "../../ledger"
import { refundsModule } from "../common/refunds-module"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { finishEdit } from "./lib/finish-edit"
import {
  collectOrderEditMoneyStep,
  refundOrderEditStep,
} from "./steps/settle-order-edit"
import type { EditedOrder } from "./types"

export const finishOrderEditWorkflowId = "finish-order-edit"

const finishOrderEditStep = createStep(
  "finish-order-edit",
  async ({ order_id, order_edit_id }: EditedOrder, { container }) => {
    await removeLeftovers(container, order_id, new Date())
    const edit = order_edit_id
      ? await refundsModule(container).edits.find({ id: order_edit_id })
      : null
    if (edit) {
      await finishEdit(container, edit)
    }
    return new StepResponse(undefined)
  }
)

/**
 * Finishes an edit that a crash or a lost answer left half done, and removes
 * changes that were never confirmed. An empty `order_edit_id` does only that.
 */
export const finishOrderEditWorkflow = createWorkflow(
  finishOrderEditWorkflowId,
  (input: WorkflowData<EditedOrder>) => {
    const lock = acquireOrderLockStep(input)
    finishOrderEditStep(input)
    collectOrderEditMoneyStep({ lock, edited: input })
    refundOrderEditStep({ lock, edited: input })
    releaseOrderLockStep(lock)
    return new WorkflowResponse(input)
  }
)
