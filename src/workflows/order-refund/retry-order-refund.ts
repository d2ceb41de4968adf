import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { readBackDeclined } from "./read-back-declined"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { emitOrderRefundEventsStep } from "./steps/emit-order-refund-events"
import { refuseDeclinedRetryStep } from "./steps/refuse-declined-retry"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { reserveRetryStep } from "./steps/reserve-retry"
import { submitRefundTransactionsStep } from "./steps/submit-refund-transactions"
import { writeRefundBooksStep } from "../order-books/steps/write-refund-books"
import type { OrderRefundInput } from "./types"

export const retryOrderRefundWorkflowId = "retry-order-refund"

/**
 * Sends the failed part of an order refund once more. What reached the customer
 * already is not touched.
 *
 * @throws the codes of `docs/errors.md`; after `provider_declined` the order owes
 *   the money as before
 * @example
 * await retryOrderRefundWorkflow(container).run({
 *   input: { order_refund_id: "orref_1", order_id: "order_1" },
 * })
 */
export const retryOrderRefundWorkflow = createWorkflow(
  retryOrderRefundWorkflowId,
  (input: WorkflowData<OrderRefundInput>) => {
    const lock = acquireOrderLockStep(input)
    const reserved = reserveRetryStep(input)
    submitRefundTransactionsStep({ lock, reserved })
    const books = transform({ reserved }, ({ reserved }) => ({
      order_refund_id: reserved.order_refund_id,
      order_id: reserved.order_id,
      actor: retryOrderRefundWorkflowId,
    }))
    writeRefundBooksStep(books)
    const news = transform({ reserved }, ({ reserved }) => ({
      order_refund_id: reserved.order_refund_id,
      before: "processing" as const,
    }))
    emitOrderRefundEventsStep(news)
    readBackDeclined(lock, reserved)
    refuseDeclinedRetryStep(reserved)
    releaseOrderLockStep(lock)
    return new WorkflowResponse(reserved)
  }
)
