import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import { announceStatus, changeRecordedRefund } from "./change-recorded-refund"
import { markPaidAnotherWayStep } from "./steps/mark-paid-another-way"
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
export const settleOrderRefundWorkflow = changeRecordedRefund(
  settleOrderRefundWorkflowId,
  (input: WorkflowData<SettleOrderRefundInput>) =>
    markPaidAnotherWayStep(input),
  announceStatus
)
