import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRefundRequestResponse } from "../../types"
import { retrieveAdminRequest } from "../../queries/refund-requests"
import type { RefundRequestInput } from "../../workflows/refund-requests"
import { refundRoute } from "./refund-route"
import { userId } from "./user-id"

/** A route that acts on one request of a customer and answers with it. */
export const refundRequestAction = (
  act: (req: MedusaRequest, input: RefundRequestInput) => Promise<unknown>
) =>
  refundRoute(async (req, res: MedusaResponse<AdminRefundRequestResponse>) => {
    const id = String(req.params.id)
    await act(req, { refund_request_id: id, user_id: userId(req) })
    res.json({
      refund_request: await retrieveAdminRequest(req.scope, id, new Date()),
    })
  })
