import type { MedusaContainer } from "@medusajs/framework/types"
import { createOrderRefundWorkflow } from "../order-refund"
import { asRefundError } from "../common/refund-error"
import type { AgreedRefund } from "./refund-of-request"
import { noteRefundOfRequest } from "./note-refund-of-request"
import { requestsModule } from "./requests-module"
import type { RefundRequestRecord } from "../../modules/refund-requests/types"

/** It is being made, or was made: nothing is given back. */
const MADE_ALREADY = ["refund_in_progress", "idempotency_key_reused"]

/**
 * Ends what a crash left half done: a request that was agreed to and has no refund
 * yet gets it, one whose refund has arrived is done. A refund that is refused now
 * gives the request back to the shop, which sees why in its trail.
 */
export async function finishRefundRequest(
  container: MedusaContainer,
  request: RefundRequestRecord
): Promise<void> {
  const { id, order_id, approval, order_refund_id } = request
  if (order_refund_id) {
    await noteRefundOfRequest(container, {
      refund_request_id: id,
      order_refund_id,
    })
    return
  }
  if (!order_id || !approval) {
    return
  }
  try {
    const { result } = await createOrderRefundWorkflow(container).run({
      input: {
        ...(approval as AgreedRefund),
        order_id,
        source: "customer",
        idempotency_key: id,
      },
    })
    await noteRefundOfRequest(container, {
      refund_request_id: id,
      order_refund_id: result.order_refund_id,
    })
  } catch (error) {
    const refused = asRefundError(error)
    if (!refused || MADE_ALREADY.includes(refused.code)) {
      throw error
    }
    await requestsModule(container).requests.move({
      request_id: id,
      to: "submitted",
      actor: "finish-refund-requests",
      action: "approval_failed",
      gives_back: true,
      patch: { approval: null, decided_at: null, decided_by: null },
      details: { code: refused.code, message: refused.message },
    })
  }
}
