import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderReleaseDetailResponse } from "../../../../../../types"
import {
  readReleaseTrail,
  retrieveOrderRelease,
} from "../../../../../../queries/order-releases"
import { refundRoute } from "../../../../../utils/refund-route"

/** One release of the order with its audit trail. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminOrderReleaseDetailResponse>) => {
    const { id, release_id } = req.params as { id: string; release_id: string }
    const order_release = await retrieveOrderRelease(req.scope, release_id, id)
    const audit_trail = await readReleaseTrail(req.scope, release_id)
    res.json({ order_release: { ...order_release, audit_trail } })
  }
)
