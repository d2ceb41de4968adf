import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { assignRefundLinesStep } from "./steps/assign-refund-lines"
import { emitAssignedStep } from "./steps/emit-assigned"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { writeRefundBooksStep } from "../order-books/steps/write-refund-books"
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
export const assignOrderRefundWorkflow = createWorkflow(
  assignOrderRefundWorkflowId,
  (input: WorkflowData<AssignOrderRefundInput>) => {
    const lock = acquireOrderLockStep(input)
    assignRefundLinesStep(input)
    const books = transform({ input }, ({ input }) => ({
      order_refund_id: input.order_refund_id,
      actor: assignOrderRefundWorkflowId,
    }))
    writeRefundBooksStep(books)
    emitAssignedStep(input)
    releaseOrderLockStep(lock)
    return new WorkflowResponse({ order_refund_id: input.order_refund_id })
  }
)
