import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { announceSyncedRefundsStep } from "../stripe-sync"
import { writeSyncedBooksStep } from "../order-books/steps/write-synced-books"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { cancelAtGatewayStep } from "./steps/cancel-at-gateway"
import { readBackPaymentsStep } from "./steps/read-back-payments"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import type { OrderRefundInput } from "./types"

export const cancelOrderRefundWorkflowId = "cancel-order-refund"

/**
 * Cancels an order refund where Stripe allows it: while it waits for the
 * customer. Nothing is owed for it afterwards.
 *
 * @throws order_refund_not_found, refund_not_cancelable
 * @example
 * await cancelOrderRefundWorkflow(container).run({
 *   input: { order_refund_id: "orref_1", order_id: "order_1" },
 * })
 */
export const cancelOrderRefundWorkflow = createWorkflow(
  cancelOrderRefundWorkflowId,
  (input: WorkflowData<OrderRefundInput>) => {
    const lock = acquireOrderLockStep(input)
    const { payment_ids } = cancelAtGatewayStep(input)
    const actor = cancelOrderRefundWorkflowId
    const result = readBackPaymentsStep({ lock, payment_ids, actor })
    writeSyncedBooksStep({ lock, actor })
    announceSyncedRefundsStep({ result })
    releaseOrderLockStep(lock)
    return new WorkflowResponse({ order_refund_id: input.order_refund_id })
  }
)
