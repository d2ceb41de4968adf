import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderRefundDetailResponse } from "../../../../types"
import {
  readRefundTrail,
  retrieveOrderRefund,
} from "../../../../queries/order-refunds"
import { refundRoute } from "../../../utils/refund-route"

/** One order refund with its audit trail. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminOrderRefundDetailResponse>) => {
    const id = req.params.id as string
    const order_refund = await retrieveOrderRefund(req.scope, id)
    const audit_trail = await readRefundTrail(req.scope, id)
    res.json({ order_refund: { ...order_refund, audit_trail } })
  }
)
