import type { MedusaResponse } from "@medusajs/framework/http"
import type { StoreRefundPolicyResponse } from "../../../types"
import { refundPolicyText } from "../../../queries/refund-options"
import { refundRoute } from "../../utils/refund-route"

/** The shop's policy in its own words. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<StoreRefundPolicyResponse>) => {
    res.set("Cache-Control", "public, max-age=300")
    res.json({ refund_policy: refundPolicyText(req.scope) })
  }
)
