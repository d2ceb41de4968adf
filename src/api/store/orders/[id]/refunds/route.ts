import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { StoreOrderRefundListResponse } from "../../../../../types"
import { listCustomerRefunds } from "../../../../../queries/customer-refunds"
import { refundRoute } from "../../../../utils/refund-route"

/**
 * What the customer who placed the order may see of its refunds; 304 where they
 * have seen it.
 */
export const GET = refundRoute(
  async (req, res: MedusaResponse<StoreOrderRefundListResponse>) => {
    const { auth_context } = req as Partial<AuthenticatedMedusaRequest>
    // Nobody but this customer's browser keeps it, and it asks each time.
    res.set("Cache-Control", "private, no-cache")
    const { tag, order_refunds } = await listCustomerRefunds(
      req.scope,
      String(req.params.id),
      auth_context?.actor_id || null,
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
