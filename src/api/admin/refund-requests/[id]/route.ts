import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRefundRequestResponse } from "../../../../types"
import { retrieveAdminRequest } from "../../../../queries/refund-requests"
import { refundRoute } from "../../../utils/refund-route"

/** One request with its trail. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminRefundRequestResponse>) => {
    const id = String(req.params.id)
    res.json({
      refund_request: await retrieveAdminRequest(req.scope, id, new Date()),
    })
  }
)
