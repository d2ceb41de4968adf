import { resolveOrderRefundWorkflow } from "../../../../../workflows/order-refund"
import { orderRefundAction } from "../../../../utils/order-refund-action"
import { parseRequest } from "../../../../utils/parse-request"
import { resolveOrderRefundSchema } from "../../validators"

/** Says what became of a refund whose payment provider never answered. */
export const POST = orderRefundAction(async (req, input) => {
  const body = parseRequest(resolveOrderRefundSchema, req.body)
  await resolveOrderRefundWorkflow(req.scope).run({
    input: { ...input, ...body },
  })
})
