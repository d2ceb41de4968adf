import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import { changeRecordedRefund } from "./change-recorded-refund"
import { assignRefundLinesStep } from "./steps/assign-refund-lines"
import { emitAssignedStep } from "./steps/emit-assigned"
import type { AssignOrderRefundInput } from "./types"

export const assignOrderRefundWorkflowId = "assign-order-refund"

/**
 * Assigns the money of a refund that was made elsewhere to lines of the order,
 * with the planner's limits. No money moves.
 *
 * @throws order_refund_not_found, refund_not_assignable, and the planner's codes
 * @example
 * await assignOrderRefundWorkflow(container).run({
 *   input: {
 *     order_refund_id: "orref_1",
 *     order_id: "order_1",
 *     request: { items: [{ item_id: "ordli_1", quantity: 1 }] },
 *   },
 * })
 */
export const assignOrderRefundWorkflow = changeRecordedRefund(
  assignOrderRefundWorkflowId,
  (input: WorkflowData<AssignOrderRefundInput>) => assignRefundLinesStep(input),
  (input) => emitAssignedStep(input)
)
