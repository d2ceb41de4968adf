import type { StoreRefundRequestResponse } from "../../../../../../../types"
import { retrieveStoreRequest } from "../../../../../../../queries/refund-requests"
import { answerRefundRequestWorkflow } from "../../../../../../../workflows/refund-requests"
import { customerRoute } from "../../../../../../utils/customer-route"
import { parseRequest } from "../../../../../../utils/parse-request"
import { answerSchema } from "../../validators"

/** The customer answers what the shop asked. */
export const POST = customerRoute<StoreRefundRequestResponse>(
  "request",
  async (req, res, orderId) => {
    const { message } = parseRequest(answerSchema, req.body)
    const { id } = await retrieveStoreRequest(
      req.scope,
      orderId,
      String(req.params.request_id)
    )
    await answerRefundRequestWorkflow(req.scope).run({
      input: { refund_request_id: id, message },
    })
    res.json({
      refund_request: await retrieveStoreRequest(req.scope, orderId, id),
    })
  }
)
