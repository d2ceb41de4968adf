import { askAboutRefundRequestWorkflow } from "../../../../../workflows/refund-requests"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRequestAction } from "../../../../utils/refund-request-action"
import { askAboutRefundRequestSchema } from "../../validators"

/** Asks the customer back. */
export const POST = refundRequestAction((req, input) =>
  askAboutRefundRequestWorkflow(req.scope).run({
    input: { ...input, ...parseRequest(askAboutRefundRequestSchema, req.body) },
  })
)
