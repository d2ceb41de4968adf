import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { refundError } from "../common/refund-error"
import { actorOf } from "../common/get-order-refund"
import { getRefundRequest } from "./get-refund-request"
import { readRequestedOrderOrFail } from "./read-requested-order"
import { requestsModule } from "./requests-module"
import type { RefundRequestInput } from "./types"

type Input = RefundRequestInput & { order_id: string }

export const assignRefundRequestStepId = "assign-refund-request"

/**
 * Gives a withdrawal its order, once. Nothing after it can fail.
 *
 * @throws refund_request_not_found, order_not_found, refund_request_decided where
 *   it has an order
 */
export const assignRefundRequestStep = createStep(
  assignRefundRequestStepId,
  async (input: Input, { container }) => {
    const order = await readRequestedOrderOrFail(container, input.order_id)
    const { id } = await getRefundRequest(container, input.refund_request_id)
    const isAssigned = await requestsModule(container).requests.assign(
      id,
      order,
      actorOf(input.user_id)
    )
    if (!isAssigned) {
      throw refundError({
        code: "refund_request_decided",
        message: `Refund request ${id} belongs to an order already.`,
      })
    }
    return new StepResponse({ id, order_id: order.id })
  }
)

export const assignRefundRequestWorkflowId = "assign-refund-request"

/**
 * Says which order a withdrawal is of, where the number that was typed is of none.
 *
 * @throws refund_request_not_found, order_not_found, refund_request_decided
 * @example
 * await assignRefundRequestWorkflow(container).run({
 *   input: { refund_request_id: "refreq_1", order_id: "order_1" },
 * })
 */
export const assignRefundRequestWorkflow = createWorkflow(
  assignRefundRequestWorkflowId,
  (input: WorkflowData<Input>) =>
    new WorkflowResponse(assignRefundRequestStep(input))
)
