import type { MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminOrderRefundResponse,
  AdminOrderRefundsResponse,
} from "../../../../../types"
import { createOrderRefundWorkflow } from "../../../../../workflows/order-refund"
import { orderOverview } from "../../../../../queries/order-overview"
import { retrieveOrderRefund } from "../../../../../queries/order-refunds"
import { idempotencyKey } from "../../../../utils/idempotency-key"
import { withAdditionalData } from "../../../../utils/additional-data"
import { mayReadUsers } from "../../../../utils/may-read-users"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRoute } from "../../../../utils/refund-route"
import { userId } from "../../../../utils/user-id"
import { createOrderRefundSchema, splitBody } from "./validators"

/** Everything that is known about the refunds of one order, and all that its page shows. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminOrderRefundsResponse>) => {
    const namesUsers = await mayReadUsers(req)
    res.json(
      await orderOverview(req.scope, req.params.id as string, { namesUsers })
    )
  }
)

/**
 * Refunds. 200: settled, or accepted by Stripe. 202: the outcome is not known
 * yet; the refund's status is `processing`.
 */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminOrderRefundResponse>) => {
    const { request, about } = splitBody(
      parseRequest(withAdditionalData(createOrderRefundSchema, req), req.body)
    )
    const { result } = await createOrderRefundWorkflow(req.scope).run({
      input: {
        order_id: req.params.id as string,
        request,
        ...about,
        idempotency_key: idempotencyKey(req),
        created_by: userId(req),
      },
    })
    const order_refund = await retrieveOrderRefund(
      req.scope,
      result.order_refund_id
    )
    res
      .status(order_refund.status === "processing" ? 202 : 200)
      .json({ order_refund })
  }
)
