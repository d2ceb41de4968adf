import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { createOrderRefundWorkflow } from "../order-refund"
import { RefundRequestEvents } from "./events"
import { agreeToRefundRequestStep } from "./steps/agree-to-refund-request"
import { noteRequestRefundStep } from "./steps/note-request-refund"
import type { ApproveRefundRequestInput } from "./types"

export const approveRefundRequestWorkflowId = "approve-refund-request"

/**
 * Agrees to what a customer asked for, and refunds it. The request's id is the
 * refund's idempotency key, so that two approvals, also of two people at once,
 * pay once; the second is answered with what the first agreed to. Where the
 * refund is refused, the request is as it was.
 *
 * @throws refund_request_not_found, refund_request_decided, order_not_found, and
 *   the codes of `createOrderRefundWorkflow`
 * @example
 * const { result } = await approveRefundRequestWorkflow(container).run({
 *   input: { refund_request_id: "refreq_1", user_id: "user_1" },
 * })
 */
export const approveRefundRequestWorkflow = createWorkflow(
  approveRefundRequestWorkflowId,
  (input: WorkflowData<ApproveRefundRequestInput>) => {
    const agreed = agreeToRefundRequestStep(input)
    const refund = createOrderRefundWorkflow.runAsStep({
      input: transform({ agreed }, ({ agreed }) => ({
        ...agreed.refund,
        order_id: agreed.order_id,
        source: "customer" as const,
        idempotency_key: agreed.id,
      })),
    })
    noteRequestRefundStep(
      transform({ agreed, refund }, ({ agreed, refund }) => ({
        refund_request_id: agreed.id,
        order_refund_id: refund.order_refund_id,
      }))
    )
    when(
      "request-was-open",
      { agreed },
      ({ agreed }) => !agreed.was_agreed
    ).then(() =>
      emitEventStep({
        eventName: RefundRequestEvents.APPROVED,
        data: transform({ agreed }, ({ agreed: { id, order_id } }) => ({
          id,
          order_id,
        })),
      })
    )
    return new WorkflowResponse(
      transform({ agreed, refund }, ({ agreed, refund }) => ({
        refund_request_id: agreed.id,
        order_refund_id: refund.order_refund_id,
      }))
    )
  }
)
