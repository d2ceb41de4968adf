import { declineRefundRequestWorkflow } from "../../../../../workflows/refund-requests"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRequestAction } from "../../../../utils/refund-request-action"
import { declineRefundRequestSchema } from "../../validators"

/** Refuses with a text that the customer reads. */
export const POST = refundRequestAction((req, input) =>
  declineRefundRequestWorkflow(req.scope).run({
    input: { ...input, ...parseRequest(declineRefundRequestSchema, req.body) },
  })
)
