import type { StoreRefundRequestResponse } from "../../../../../../types"
import { retrieveStoreRequest } from "../../../../../../queries/refund-requests"
import { customerRoute } from "../../../../../utils/customer-route"

/** One request of the customer. */
export const GET = customerRoute<StoreRefundRequestResponse>(
  "read",
  async (req, res, orderId) => {
    res.json({
      refund_request: await retrieveStoreRequest(
        req.scope,
        orderId,
        String(req.params.request_id)
      ),
    })
  }
)
