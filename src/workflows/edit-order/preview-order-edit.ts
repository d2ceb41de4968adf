import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { planOrderEditWorkflow } from "./plan-order-edit"
import { discardOrderEditStep } from "./steps/discard-order-edit"
import type { EditOrderInput } from "./types"

export const previewOrderEditWorkflowId = "preview-order-edit"

/**
 * Says what an edit of an order would do. Medusa can compute that only of a real
 * order change, so one is opened under the order's lock, and removed again.
 *
 * @throws the codes of `docs/errors.md`
 */
export const previewOrderEditWorkflow = createWorkflow(
  previewOrderEditWorkflowId,
  (edit: WorkflowData<EditOrderInput>) => {
    const lock = acquireOrderLockStep(edit)
    const opened = planOrderEditWorkflow.runAsStep({
      input: transform({ lock, edit }, ({ lock, edit }) => ({
        lock,
        edit,
        preview: true,
      })),
    })
    discardOrderEditStep(opened)
    releaseOrderLockStep(lock)
    return new WorkflowResponse(opened.preview)
  }
)
