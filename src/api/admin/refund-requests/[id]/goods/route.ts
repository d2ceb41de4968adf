import { noteGoodsOfRequestWorkflow } from "../../../../../workflows/refund-requests"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRequestAction } from "../../../../utils/refund-request-action"
import { goodsOfRefundRequestSchema } from "../../validators"

/** Notes that the shop waits for the goods, or that they have come. */
export const POST = refundRequestAction((req, input) =>
  noteGoodsOfRequestWorkflow(req.scope).run({
    input: { ...input, ...parseRequest(goodsOfRefundRequestSchema, req.body) },
  })
)
