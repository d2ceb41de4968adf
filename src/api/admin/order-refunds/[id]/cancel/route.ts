import { cancelOrderRefundWorkflow } from "../../../../../workflows/order-refund"
import { orderRefundAction } from "../../../../utils/order-refund-action"
import { parseRequest } from "../../../../utils/parse-request"
import { emptySchema } from "../../validators"

/** Cancels a refund that waits for the customer. */
export const POST = orderRefundAction(async (req, input) => {
  parseRequest(emptySchema, req.body)
  await cancelOrderRefundWorkflow(req.scope).run({ input: { ...input } })
})
