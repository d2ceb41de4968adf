import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { cameToNothing, isUndecided } from "../../../domain"
import { refundError } from "../../common/refund-error"
import { refundsModule } from "../../common/refunds-module"
import { actorOf } from "../../common/get-order-refund"
import { getRefundRequest } from "../get-refund-request"
import { noteRefundOfRequest } from "../note-refund-of-request"
import { refundOfRequest, type AgreedRefund } from "../refund-of-request"
import { requestsModule } from "../requests-module"
import type { ApproveRefundRequestInput } from "../types"

export const agreeToRefundRequestStepId = "agree-to-refund-request"

/** What the shop agreed to, and whether somebody else had before. */
export type AgreedRequest = {
  id: string
  order_id: string
  refund: AgreedRefund
  was_agreed: boolean
}

/**
 * Notes that the shop agreed to a request, and to what. Whoever comes second gets
 * what the first agreed to: two approvals pay once.
 *
 * Compensation takes the agreement back, where the refund was refused; where it was
 * made, and something failed afterwards, the request keeps it.
 *
 * @throws refund_request_not_found, refund_request_decided, order_not_found
 */
export const agreeToRefundRequestStep = createStep(
  agreeToRefundRequestStepId,
  async (input: ApproveRefundRequestInput, { container }) => {
    const { requests } = requestsModule(container)
    const request = await getRefundRequest(container, input.refund_request_id)
    const { id, order_id } = request
    if (!order_id) {
      throw refundError({
        code: "order_not_found",
        message: `Refund request ${id} belongs to no order yet. Assign it to one first.`,
      })
    }
    // What was agreed to before is not decided anew.
    const refund =
      request.status === "approved" || request.status === "done"
        ? (request.approval as AgreedRefund)
        : await refundOfRequest(container, request, input)
    const { moved, was } = await requests.move({
      request_id: id,
      to: "approved",
      actor: input.by_policy ? "policy" : actorOf(input.user_id),
      action: "approved",
      patch: {
        approval: refund,
        decision_note: input.note ?? null,
        decided_by: input.user_id ?? null,
        decided_at: new Date().toISOString(),
      },
    })
    if (moved) {
      return new StepResponse<AgreedRequest, { id: string; was: typeof was }>(
        { id, order_id, refund, was_agreed: false },
        { id, was }
      )
    }
    const now = await getRefundRequest(container, id)
    if (now.status !== "approved" && now.status !== "done") {
      throw refundError({
        code: "refund_request_decided",
        message: `Refund request ${id} is ${was}: it cannot be approved.`,
        details: { status: was },
      })
    }
    return new StepResponse<AgreedRequest, { id: string; was: typeof was }>({
      id,
      order_id,
      refund: now.approval as AgreedRefund,
      was_agreed: true,
    })
  },
  async (agreed, { container }) => {
    if (!agreed) {
      return
    }
    const { id, was } = agreed
    const made = await refundsModule(container).orderRefunds.find({
      idempotency_key: id,
    })
    if (made && !cameToNothing(made.revoked_at !== null, made.transactions)) {
      // Something failed after the money was asked for: there is no way back.
      await noteRefundOfRequest(container, {
        refund_request_id: id,
        order_refund_id: made.id,
      })
      return
    }
    if (was && isUndecided(was)) {
      await requestsModule(container).requests.move({
        request_id: id,
        to: was,
        actor: "workflow",
        action: "approval_failed",
        gives_back: true,
        patch: {
          approval: null,
          decision_note: null,
          decided_by: null,
          decided_at: null,
        },
      })
    }
  }
)
