import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderRefundResponse } from "../../types"
import { getOrderRefund } from "../../workflows/common/get-order-refund"
import { retrieveOrderRefund } from "../../queries/order-refunds"
import type { OrderRefundInput } from "../../workflows/order-refund"
import { refundRoute } from "./refund-route"
import { userId } from "./user-id"

/**
 * A route that acts on one order refund and answers with it: 200, or 202 while
 * an outcome is not known.
 */
export const orderRefundAction = (
  act: (req: MedusaRequest, input: OrderRefundInput) => Promise<unknown>
) =>
  refundRoute(async (req, res: MedusaResponse<AdminOrderRefundResponse>) => {
    const { id, order_id } = await getOrderRefund(
      req.scope,
      String(req.params.id)
    )
    await act(req, { order_refund_id: id, order_id, user_id: userId(req) })
    const order_refund = await retrieveOrderRefund(req.scope, id)
    res
      .status(order_refund.status === "processing" ? 202 : 200)
      .json({ order_refund })
  })
