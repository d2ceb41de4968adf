import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderRefundListResponse } from "../../../types"
import { listOrderRefunds } from "../../../queries/order-refunds"
import { parseRequest } from "../../utils/parse-request"
import { refundRoute } from "../../utils/refund-route"
import { listOrderRefundsSchema } from "./validators"

/** Order refunds across all orders, newest first, with filters and paging. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminOrderRefundListResponse>) => {
    const { limit, offset, order, ...filters } = parseRequest(
      listOrderRefundsSchema,
      req.query
    )
    const { order_refunds, count } = await listOrderRefunds(
      req.scope,
      filters,
      { limit, offset, order }
    )
    res.json({ order_refunds, count, offset, limit })
  }
)
