import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRefundRequestListResponse } from "../../../types"
import { listAdminRequests } from "../../../queries/refund-requests"
import { parseRequest } from "../../utils/parse-request"
import { refundRoute } from "../../utils/refund-route"
import { listRefundRequestsSchema } from "./validators"

/** Requests across all orders, newest first, with filters and paging. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminRefundRequestListResponse>) => {
    const { limit, offset, order, ...filters } = parseRequest(
      listRefundRequestsSchema,
      req.query
    )
    res.json(
      await listAdminRequests(
        req.scope,
        filters,
        { limit, offset, order },
        new Date()
      )
    )
  }
)
