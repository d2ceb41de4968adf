import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { actorOf } from "../common/get-order-refund"
import { RefundRequestEvents } from "./events"
import { moveRefundRequestStep } from "./steps/move-refund-request"
import type { AnsweredRefundRequestInput } from "./types"

export const askAboutRefundRequestWorkflowId = "ask-about-refund-request"

/**
 * Asks the customer back before the shop decides.
 *
 * @throws refund_request_not_found, refund_request_decided
 * @example
 * await askAboutRefundRequestWorkflow(container).run({
 *   input: { refund_request_id: "refreq_1", note: "Which of the two is torn?" },
 * })
 */
export const askAboutRefundRequestWorkflow = createWorkflow(
  askAboutRefundRequestWorkflowId,
  (input: WorkflowData<AnsweredRefundRequestInput>) => {
    const moved = moveRefundRequestStep(
      transform({ input }, ({ input }) => ({
        request_id: input.refund_request_id,
        to: "needs_info" as const,
        actor: actorOf(input.user_id),
        action: "asked",
        patch: { question: input.note },
        details: { question: input.note },
      }))
    )
    emitEventStep({ eventName: RefundRequestEvents.NEEDS_INFO, data: moved })
    return new WorkflowResponse(moved)
  }
)
