import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { emitOrderRefundEventsStep } from "./steps/emit-order-refund-events"
import { withdrawFailedPartStep } from "./steps/withdraw-failed-part"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { writeRefundBooksStep } from "../order-books/steps/write-refund-books"
import type { WithdrawOrderRefundInput } from "./types"

export const withdrawOrderRefundWorkflowId = "withdraw-order-refund"

/**
 * Takes the failed part of an order refund back: the order owes it no more, and
 * its lines can be refunded again.
 *
 * @throws order_refund_not_found, refund_not_retryable
 * @example
 * await withdrawOrderRefundWorkflow(container).run({
 *   input: { order_refund_id: "orref_1", order_id: "order_1" },
 * })
 */
export const withdrawOrderRefundWorkflow = createWorkflow(
  withdrawOrderRefundWorkflowId,
  (input: WorkflowData<WithdrawOrderRefundInput>) => {
    const lock = acquireOrderLockStep(input)
    const { before } = withdrawFailedPartStep(input)
    const books = transform({ input }, ({ input }) => ({
      order_refund_id: input.order_refund_id,
      actor: withdrawOrderRefundWorkflowId,
    }))
    writeRefundBooksStep(books)
    emitOrderRefundEventsStep({
      order_refund_id: input.order_refund_id,
      before,
    })
    releaseOrderLockStep(lock)
    return new WorkflowResponse({ order_refund_id: input.order_refund_id })
  }
)
