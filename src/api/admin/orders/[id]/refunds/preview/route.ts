import type { MedusaResponse } from "@medusajs/framework/http"
import { planRefund } from "../../../../../../domain"
import type { AdminRefundPlanResponse } from "../../../../../../types"
import { readOrderRefundState } from "../../../../../../workflows/order-refund/lib/read-snapshot"
import { assertReturnLocation } from "../../../../../../workflows/order-refund/lib/return-location"
import { withStock } from "../../../../../../workflows/order-refund/lib/with-stock"
import { refundError } from "../../../../../../workflows/order-refund/lib/refund-error"
import { parseRequest } from "../../../../../utils/parse-request"
import { refundRoute } from "../../../../../utils/refund-route"
import { createOrderRefundSchema, splitBody } from "../validators"

/** Answers what a refund would do. Writes nothing. */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminRefundPlanResponse>) => {
    const { request, about } = splitBody(
      parseRequest(createOrderRefundSchema, req.body)
    )
    const { snapshot } = await readOrderRefundState(
      req.scope,
      req.params.id as string
    )
    const planned = planRefund(
      await withStock(req.scope, snapshot, request),
      request
    )
    if (!planned.ok) {
      throw refundError(planned.error)
    }
    await assertReturnLocation(
      req.scope,
      snapshot.order_id,
      planned.plan.lines,
      about.location_id
    )
    res.json({ refund_plan: planned.plan })
  }
)
