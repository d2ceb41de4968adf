import { approveRefundRequestWorkflow } from "../../../../../workflows/refund-requests"
import { withAdditionalData } from "../../../../utils/additional-data"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRequestAction } from "../../../../utils/refund-request-action"
import { approveRefundRequestSchema } from "../../validators"

/** Agrees, and refunds. Twice is once: the second answer is the first one. */
export const POST = refundRequestAction((req, input) => {
  const { additional_data, ...body } = parseRequest(
    withAdditionalData(approveRefundRequestSchema, req),
    req.body
  )
  return approveRefundRequestWorkflow(req.scope).run({
    input: { ...input, ...body, additional_data: additional_data ?? undefined },
  })
})
