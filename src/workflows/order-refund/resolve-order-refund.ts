import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import { announceStatus, changeRecordedRefund } from "./change-recorded-refund"
import { recordManualOutcomeStep } from "./steps/record-manual-outcome"
import type { ResolveOrderRefundInput } from "./types"

export const resolveOrderRefundWorkflowId = "resolve-order-refund"

/**
 * Says what became of a refund whose payment provider never answered and cannot
 * be asked. What Stripe left open resolves by itself.
 *
 * @throws order_refund_not_found, refund_not_resolvable
 * @example
 * await resolveOrderRefundWorkflow(container).run({
 *   input: { order_refund_id: "orref_1", order_id: "order_1", arrived: true },
 * })
 */
export const resolveOrderRefundWorkflow = changeRecordedRefund(
  resolveOrderRefundWorkflowId,
  (input: WorkflowData<ResolveOrderRefundInput>) =>
    recordManualOutcomeStep(input),
  announceStatus
)
