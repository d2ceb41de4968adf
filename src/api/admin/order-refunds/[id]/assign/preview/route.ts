import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRefundPlanResponse } from "../../../../../../types"
import { getOrderRefund } from "../../../../../../workflows/common/get-order-refund"
import { planAssignment } from "../../../../../../workflows/order-refund"
import { parseRequest } from "../../../../../utils/parse-request"
import { refundRoute } from "../../../../../utils/refund-route"
import { assignOrderRefundSchema } from "../../../validators"

/** What assigning the money to these lines would do. Writes nothing. */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminRefundPlanResponse>) => {
    const { id, order_id } = await getOrderRefund(
      req.scope,
      String(req.params.id)
    )
    const { plan } = await planAssignment(req.scope, {
      order_refund_id: id,
      order_id,
      request: parseRequest(assignOrderRefundSchema, req.body),
    })
    res.json({ refund_plan: plan })
  }
)
