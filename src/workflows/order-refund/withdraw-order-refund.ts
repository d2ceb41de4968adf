import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import { announceStatus, changeRecordedRefund } from "./change-recorded-refund"
import { withdrawFailedPartStep } from "./steps/withdraw-failed-part"
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
export const withdrawOrderRefundWorkflow = changeRecordedRefund(
  withdrawOrderRefundWorkflowId,
  (input: WorkflowData<WithdrawOrderRefundInput>) =>
    withdrawFailedPartStep(input),
  announceStatus
)
