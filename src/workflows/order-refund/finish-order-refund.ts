import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { takeIn } from "./read-back-declined"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { emitOrderRefundEventsStep } from "./steps/emit-order-refund-events"
import { readBackRefusedStep } from "./steps/read-back-refused"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { resolveRefundTransactionsStep } from "./steps/resolve-refund-transactions"
import { writeRefundBooksStep } from "../order-books/steps/write-refund-books"

export const finishOrderRefundWorkflowId = "finish-order-refund"

/**
 * Finishes an order refund that a crash, a lost answer or an open order change
 * left half done. Running it on a finished one changes nothing.
 *
 * @example
 * await finishOrderRefundWorkflow(container).run({
 *   input: { order_refund_id: "orref_1", order_id: "order_1" },
 * })
 */
export const finishOrderRefundWorkflow = createWorkflow(
  finishOrderRefundWorkflowId,
  (input: WorkflowData<{ order_refund_id: string; order_id: string }>) => {
    const lock = acquireOrderLockStep(input)
    const { before, refused } = resolveRefundTransactionsStep({
      lock,
      order_refund_id: input.order_refund_id,
    })
    const books = transform({ input }, ({ input }) => ({
      order_refund_id: input.order_refund_id,
      order_id: input.order_id,
      actor: finishOrderRefundWorkflowId,
    }))
    const complete = writeRefundBooksStep(books)
    emitOrderRefundEventsStep({
      order_refund_id: input.order_refund_id,
      before,
    })
    takeIn(lock, readBackRefusedStep({ lock, payment_ids: refused }))
    releaseOrderLockStep(lock)
    return new WorkflowResponse(complete)
  }
)
