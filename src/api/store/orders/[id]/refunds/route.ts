import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { StoreOrderRefundListResponse } from "../../../../../types"
import { listCustomerRefunds } from "../../../../../queries/customer-refunds"
import { refundRoute } from "../../../../utils/refund-route"

/** What the customer who placed the order may see of its refunds. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<StoreOrderRefundListResponse>) => {
    const { auth_context } = req as Partial<AuthenticatedMedusaRequest>
    const order_refunds = await listCustomerRefunds(
      req.scope,
      String(req.params.id),
      auth_context?.actor_id || null
    )
    res.json({ order_refunds })
  }
)
