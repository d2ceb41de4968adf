import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRefundPlanResponse } from "../../../../../../types"
import { previewOrderRefund } from "../../../../../../queries/order-refunds"
import { withAdditionalData } from "../../../../../utils/additional-data"
import { parseRequest } from "../../../../../utils/parse-request"
import { refundRoute } from "../../../../../utils/refund-route"
import { createOrderRefundSchema, splitBody } from "../validators"

/** Answers what a refund would do. Writes nothing. */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminRefundPlanResponse>) => {
    const { request, about } = splitBody(
      parseRequest(withAdditionalData(createOrderRefundSchema, req), req.body)
    )
    const refund_plan = await previewOrderRefund(req.scope, {
      order_id: req.params.id as string,
      request,
      ...about,
    })
    res.json({ refund_plan })
  }
)
