import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRefundRequestProposalResponse } from "../../../../../types"
import { proposeRefund } from "../../../../../queries/refund-requests"
import { refundRoute } from "../../../../utils/refund-route"

/** The refund that the request would get, to fill the refund's form with. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminRefundRequestProposalResponse>) => {
    res.json({
      proposal: await proposeRefund(req.scope, String(req.params.id)),
    })
  }
)
