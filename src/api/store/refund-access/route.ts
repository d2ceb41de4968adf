import type { MedusaResponse } from "@medusajs/framework/http"
import { assertWithinRate } from "../../utils/assert-within-rate"
import { keepPrivate } from "../../utils/customer-route"
import { parseRequest } from "../../utils/parse-request"
import { refundRoute } from "../../utils/refund-route"
import { askForAccessLink } from "../../../workflows/refund-requests"
import { refundAccessSchema } from "./validators"

/**
 * Mails a guest the link to an order. The answer is the same, and comes as fast,
 * whether there is such an order or not: the order is looked for afterwards.
 */
export const POST = refundRoute(async (req, res: MedusaResponse) => {
  keepPrivate(req, res)
  const asked = parseRequest(refundAccessSchema, req.body)
  await assertWithinRate(req)
  await askForAccessLink(req.scope, asked)
  res.status(202).json({})
})
