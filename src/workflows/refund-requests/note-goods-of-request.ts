import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { actorOf } from "../common/get-order-refund"
import { getRefundRequest } from "./get-refund-request"
import { requestsModule } from "./requests-module"
import type { RefundRequestInput } from "./types"

type Input = RefundRequestInput & { waits_for_goods: boolean }

export const noteGoodsOfRequestStepId = "note-goods-of-request"

/**
 * Notes whether the shop waits for the goods. Compensation notes what was before.
 *
 * @throws refund_request_not_found
 */
export const noteGoodsOfRequestStep = createStep(
  noteGoodsOfRequestStepId,
  async (input: Input, { container }) => {
    const { id, waits_for_goods } = await getRefundRequest(
      container,
      input.refund_request_id
    )
    if (waits_for_goods !== input.waits_for_goods) {
      await requestsModule(container).requests.noteGoods(
        id,
        input.waits_for_goods,
        actorOf(input.user_id)
      )
    }
    return new StepResponse({ id }, { id, waits_for_goods })
  },
  async (before, { container }) => {
    if (before) {
      await requestsModule(container).requests.noteGoods(
        before.id,
        before.waits_for_goods,
        "workflow"
      )
    }
  }
)

export const noteGoodsOfRequestWorkflowId = "note-goods-of-refund-request"

/**
 * Says that a shop waits for the goods of a request, or for proof that they were
 * sent, before it pays; or that they have come.
 *
 * @throws refund_request_not_found
 * @example
 * await noteGoodsOfRequestWorkflow(container).run({
 *   input: { refund_request_id: "refreq_1", waits_for_goods: true },
 * })
 */
export const noteGoodsOfRequestWorkflow = createWorkflow(
  noteGoodsOfRequestWorkflowId,
  (input: WorkflowData<Input>) =>
    new WorkflowResponse(noteGoodsOfRequestStep(input))
)
