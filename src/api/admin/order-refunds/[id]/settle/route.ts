import { settleOrderRefundWorkflow } from "../../../../../workflows/order-refund"
import { orderRefundAction } from "../../../../utils/order-refund-action"
import { parseRequest } from "../../../../utils/parse-request"
import { settleOrderRefundSchema } from "../../validators"

/** Records that the failed part was paid another way. */
export const POST = orderRefundAction(async (req, input) => {
  const body = parseRequest(settleOrderRefundSchema, req.body)
  await settleOrderRefundWorkflow(req.scope).run({
    input: { ...input, ...body },
  })
})
