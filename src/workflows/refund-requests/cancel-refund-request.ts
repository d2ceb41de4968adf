import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { RefundRequestEvents } from "./events"
import { moveRefundRequestStep } from "./steps/move-refund-request"
import type { CustomerRefundRequestInput } from "./types"

export const cancelRefundRequestWorkflowId = "cancel-refund-request"

/**
 * Takes a request back, as its customer may while the shop has not agreed to it.
 *
 * @throws refund_request_not_found, refund_request_decided
 * @example
 * await cancelRefundRequestWorkflow(container).run({
 *   input: { refund_request_id: "refreq_1" },
 * })
 */
export const cancelRefundRequestWorkflow = createWorkflow(
  cancelRefundRequestWorkflowId,
  (input: WorkflowData<CustomerRefundRequestInput>) => {
    const moved = moveRefundRequestStep(
      transform({ input }, ({ input }) => ({
        request_id: input.refund_request_id,
        to: "canceled" as const,
        actor: "customer",
        action: "canceled",
      }))
    )
    emitEventStep({ eventName: RefundRequestEvents.CANCELED, data: moved })
    return new WorkflowResponse(moved)
  }
)
