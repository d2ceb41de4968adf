import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderRefundListResponse } from "../../../types"
import { listOrderRefunds } from "../../../queries/order-refunds"
import { chooseFields } from "../../utils/choose-fields"
import { parseRequest } from "../../utils/parse-request"
import { refundRoute } from "../../utils/refund-route"
import { ORDER_REFUND_FIELDS } from "../../utils/shown-fields"
import { listOrderRefundsSchema } from "./validators"

/** Order refunds across all orders, newest first, with filters and paging. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminOrderRefundListResponse>) => {
    const { limit, offset, order, fields, with_count, ...filters } =
      parseRequest(listOrderRefundsSchema, req.query)
    const { order_refunds, ...counted } = await listOrderRefunds(
      req.scope,
      filters,
      { ...order, take: limit, skip: offset, with_count }
    )
    res.json({
      order_refunds: await chooseFields(
        req.scope,
        order_refunds,
        ORDER_REFUND_FIELDS,
        fields
      ),
      ...counted,
      offset,
      limit,
    })
  }
)
