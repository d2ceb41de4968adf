import { assignRefundRequestWorkflow } from "../../../../../workflows/refund-requests"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRequestAction } from "../../../../utils/refund-request-action"
import { assignRefundRequestSchema } from "../../validators"

/** Says which order a withdrawal is of whose number was mistyped. */
export const POST = refundRequestAction((req, input) =>
  assignRefundRequestWorkflow(req.scope).run({
    input: { ...input, ...parseRequest(assignRefundRequestSchema, req.body) },
  })
)
