import { requestsModule } from "../../../../../workflows/refund-requests"
import { readRequestedOrderOrFail } from "../../../../../workflows/refund-requests"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRoute } from "../../../../utils/refund-route"
import { emptySchema } from "../../../order-refunds/validators"

/** Makes every link that guests hold of this order void. */
export const DELETE = refundRoute(async (req, res) => {
  parseRequest(emptySchema, req.body)
  const { id } = await readRequestedOrderOrFail(
    req.scope,
    String(req.params.id)
  )
  await requestsModule(req.scope).links.revoke(id)
  res.json({ id, object: "refund_links", deleted: true })
})
