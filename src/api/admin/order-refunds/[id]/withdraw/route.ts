import { withdrawOrderRefundWorkflow } from "../../../../../workflows/order-refund"
import { orderRefundAction } from "../../../../utils/order-refund-action"
import { parseRequest } from "../../../../utils/parse-request"
import { withdrawOrderRefundSchema } from "../../validators"

/** Takes the failed part back. */
export const POST = orderRefundAction(async (req, input) => {
  const body = parseRequest(withdrawOrderRefundSchema, req.body)
  await withdrawOrderRefundWorkflow(req.scope).run({
    input: { ...input, ...body },
  })
})
