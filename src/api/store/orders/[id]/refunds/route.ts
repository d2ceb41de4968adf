import type { MedusaResponse } from "@medusajs/framework/http"
import type { StoreOrderRefundListResponse } from "../../../../../types"
import { listCustomerRefunds } from "../../../../../queries/customer-refunds"
import { callerOf, keepPrivate } from "../../../../utils/customer-route"
import { refundRoute } from "../../../../utils/refund-route"

/**
 * What the customer who placed the order may see of its refunds; 304 where they
 * have seen it.
 */
export const GET = refundRoute(
  async (req, res: MedusaResponse<StoreOrderRefundListResponse>) => {
    keepPrivate(req, res)
    const { tag, order_refunds } = await listCustomerRefunds(
      req.scope,
      String(req.params.id),
      callerOf(req),
      req.get("If-None-Match") ?? ""
    )
    res.set("ETag", `W/"${tag}"`)
    if (order_refunds) {
      res.json({ order_refunds })
    } else {
      res.status(304).end()
    }
  }
)
