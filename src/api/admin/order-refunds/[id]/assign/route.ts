import { assignOrderRefundWorkflow } from "../../../../../workflows/order-refund"
import { orderRefundAction } from "../../../../utils/order-refund-action"
import { parseRequest } from "../../../../utils/parse-request"
import { assignOrderRefundSchema } from "../../validators"

/** Assigns the money of a refund made elsewhere to lines. */
export const POST = orderRefundAction(async (req, input) => {
  const request = parseRequest(assignOrderRefundSchema, req.body)
  await assignOrderRefundWorkflow(req.scope).run({
    input: { ...input, request },
  })
})
