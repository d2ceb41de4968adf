import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { RequestTransition } from "../../../modules/refund-requests/types"
import { refundError } from "../../common/refund-error"
import { requestNotFound } from "../get-refund-request"
import { requestsModule } from "../requests-module"

export const moveRefundRequestStepId = "move-refund-request"

/** The request whose state changed. */
export type MovedRefundRequest = { id: string; order_id: string | null }

/**
 * Moves a customer's request to another state, from one that it may be in, with
 * an entry in its trail. Nothing after it can fail, so nothing is undone.
 *
 * @throws refund_request_not_found, refund_request_decided,
 *   withdrawal_not_declinable
 */
export const moveRefundRequestStep = createStep(
  moveRefundRequestStepId,
  async (transition: RequestTransition, { container }) => {
    const { requests } = requestsModule(container)
    const { request_id, to } = transition
    const request = await requests.find({ id: request_id })
    if (!request) {
      throw requestNotFound(request_id)
    }
    if (request.kind === "withdrawal" && to === "declined") {
      throw refundError({
        code: "withdrawal_not_declinable",
        message: `Refund request ${request_id} is a withdrawal. It cannot be declined; where the law gives a ground, say that it is invalid.`,
      })
    }
    const { moved, was } = await requests.move(transition)
    if (!moved) {
      throw refundError({
        code: "refund_request_decided",
        message: `Refund request ${request_id} is ${was}: it cannot become ${to}.`,
        details: { status: was },
      })
    }
    const { id, order_id } = request
    return new StepResponse<MovedRefundRequest>({ id, order_id })
  }
)
