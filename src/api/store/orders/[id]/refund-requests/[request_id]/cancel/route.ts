import type { StoreRefundRequestResponse } from "../../../../../../../types"
import { retrieveStoreRequest } from "../../../../../../../queries/refund-requests"
import { cancelRefundRequestWorkflow } from "../../../../../../../workflows/refund-requests"
import { customerRoute } from "../../../../../../utils/customer-route"
import { parseRequest } from "../../../../../../utils/parse-request"
import { emptySchema } from "../../../../../../admin/order-refunds/validators"

/** The customer takes the request back. */
export const POST = customerRoute<StoreRefundRequestResponse>(
  "request",
  async (req, res, orderId) => {
    parseRequest(emptySchema, req.body)
    const { id } = await retrieveStoreRequest(
      req.scope,
      orderId,
      String(req.params.request_id)
    )
    await cancelRefundRequestWorkflow(req.scope).run({
      input: { refund_request_id: id },
    })
    res.json({
      refund_request: await retrieveStoreRequest(req.scope, orderId, id),
    })
  }
)
