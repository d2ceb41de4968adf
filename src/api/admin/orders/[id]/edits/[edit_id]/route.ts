import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderEditDetailResponse } from "../../../../../../types"
import {
  readEditTrail,
  retrieveOrderEditNow,
} from "../../../../../../queries/order-edits"
import { refundRoute } from "../../../../../utils/refund-route"

/** One edit of the order, with its money as it is by now and its audit trail. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminOrderEditDetailResponse>) => {
    const { id, edit_id } = req.params as { id: string; edit_id: string }
    const order_edit = await retrieveOrderEditNow(req.scope, id, edit_id)
    const audit_trail = await readEditTrail(req.scope, edit_id)
    res.json({ order_edit: { ...order_edit, audit_trail } })
  }
)
