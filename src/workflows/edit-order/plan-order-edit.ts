import {
  createHook,
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { OrderLock } from "../common/order-lock"
import { openOrderEditStep } from "./steps/open-order-edit"
import type { EditOrderInput } from "./types"

export const planOrderEditWorkflowId = "plan-order-edit"

/**
 * Opens the order change of an edit, and computes what it does. Only Medusa can
 * compute that, and only of a real order change; whoever runs this discards or
 * confirms it. The preview and `editOrderWorkflow` run this, so that a store's
 * hook decides about both in the same way.
 *
 * Hook `validate`: gets the preview, and refuses by throwing; the change is
 * discarded then.
 *
 * @throws the codes of `docs/errors.md`
 * @example
 * planOrderEditWorkflow.hooks.validate(({ preview }) => {
 *   if (preview.settlement.kind === "charge") {
 *     throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Send a link instead.")
 *   }
 * })
 */
export const planOrderEditWorkflow = createWorkflow(
  planOrderEditWorkflowId,
  (
    input: WorkflowData<{
      lock: OrderLock
      edit: EditOrderInput
      preview?: boolean
    }>
  ) => {
    const opened = openOrderEditStep(input)
    const validate = createHook("validate", {
      order_id: input.edit.order_id,
      request: input.edit.request,
      preview: opened.preview,
      additional_data: input.edit.additional_data,
    })
    return new WorkflowResponse(opened, { hooks: [validate] as const })
  }
)
