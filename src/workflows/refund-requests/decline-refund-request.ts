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

export const declineRefundRequestWorkflowId = "decline-refund-request"

/** `invalid`: a withdrawal for which the law gives no ground; `note` names why. */
export type DeclineRefundRequestInput = AnsweredRefundRequestInput & {
  as?: "declined" | "invalid"
}

/**
 * Refuses a request with a text that the customer reads. A withdrawal cannot be
 * declined, only be called invalid.
 *
 * @throws refund_request_not_found, refund_request_decided,
 *   withdrawal_not_declinable
 * @example
 * await declineRefundRequestWorkflow(container).run({
 *   input: { refund_request_id: "refreq_1", note: "The seal was broken." },
 * })
 */
export const declineRefundRequestWorkflow = createWorkflow(
  declineRefundRequestWorkflowId,
  (input: WorkflowData<DeclineRefundRequestInput>) => {
    const moved = moveRefundRequestStep(
      transform({ input }, ({ input }) => ({
        request_id: input.refund_request_id,
        to: input.as ?? "declined",
        actor: actorOf(input.user_id),
        action: input.as ?? "declined",
        patch: {
          decision_note: input.note,
          decided_by: input.user_id ?? null,
          decided_at: new Date().toISOString(),
        },
      }))
    )
    emitEventStep({ eventName: RefundRequestEvents.DECLINED, data: moved })
    return new WorkflowResponse(moved)
  }
)
