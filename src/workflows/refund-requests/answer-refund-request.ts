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

export const answerRefundRequestWorkflowId = "answer-refund-request"

/**
 * The customer answers what the shop asked back: it is the shop's turn again.
 * Question and answer stay in the trail.
 *
 * @throws refund_request_not_found, refund_request_decided
 * @example
 * await answerRefundRequestWorkflow(container).run({
 *   input: { refund_request_id: "refreq_1", message: "The left one." },
 * })
 */
export const answerRefundRequestWorkflow = createWorkflow(
  answerRefundRequestWorkflowId,
  (input: WorkflowData<CustomerRefundRequestInput>) => {
    const moved = moveRefundRequestStep(
      transform({ input }, ({ input }) => ({
        request_id: input.refund_request_id,
        to: "submitted" as const,
        actor: "customer",
        action: "answered",
        details: { message: input.message ?? null },
      }))
    )
    emitEventStep({ eventName: RefundRequestEvents.ANSWERED, data: moved })
    return new WorkflowResponse(moved)
  }
)
