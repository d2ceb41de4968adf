import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { emitOrderRefundEventsStep } from "./steps/emit-order-refund-events"
import { markPaidAnotherWayStep } from "./steps/mark-paid-another-way"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { writeRefundBooksStep } from "../order-books/steps/write-refund-books"
import type { SettleOrderRefundInput } from "./types"

export const settleOrderRefundWorkflowId = "settle-order-refund"

/**
 * Records that the failed part of an order refund was paid outside of every
 * payment provider, by bank transfer for example. The order owes it no more.
 *
 * The payment still holds that money at its provider, so no payment gets a
 * refund row: only the order's ledger does (docs/adr/0003).
 *
 * @throws order_refund_not_found, refund_not_retryable
 * @example
 * await settleOrderRefundWorkflow(container).run({
 *   input: {
 *     order_refund_id: "orref_1",
 *     order_id: "order_1",
 *     reference: "bank transfer 4711",
 *   },
 * })
 */
export const settleOrderRefundWorkflow = createWorkflow(
  settleOrderRefundWorkflowId,
  (input: WorkflowData<SettleOrderRefundInput>) => {
    const lock = acquireOrderLockStep(input)
    const { before } = markPaidAnotherWayStep(input)
    const books = transform({ input }, ({ input }) => ({
      order_refund_id: input.order_refund_id,
      actor: settleOrderRefundWorkflowId,
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
