import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listRefundsOfCustomer } from "../../../queries/customer-refunds"
import type { StoreRefundListResponse } from "../../../types"
import { parseRequest } from "../../utils/parse-request"
import { refundRoute } from "../../utils/refund-route"
import { listStoreRefundsSchema } from "./validators"

/** The refunds of all orders of the customer who is logged in, newest first. */
export const GET = refundRoute(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<StoreRefundListResponse>
  ) => {
    const paging = parseRequest(listStoreRefundsSchema, req.query)
    // Nobody but this customer's browser keeps it.
    res.set("Cache-Control", "private, no-cache")
    res.json(
      await listRefundsOfCustomer(req.scope, req.auth_context.actor_id, paging)
    )
  }
)
