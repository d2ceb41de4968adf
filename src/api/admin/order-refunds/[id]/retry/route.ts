import { retryOrderRefundWorkflow } from "../../../../../workflows/order-refund"
import { orderRefundAction } from "../../../../utils/order-refund-action"
import { parseRequest } from "../../../../utils/parse-request"
import { emptySchema } from "../../validators"

/** Sends the failed part once more. 422 `provider_declined` when it is refused again. */
export const POST = orderRefundAction(async (req, input) => {
  parseRequest(emptySchema, req.body)
  await retryOrderRefundWorkflow(req.scope).run({ input: { ...input } })
})
