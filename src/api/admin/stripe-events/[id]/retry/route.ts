import type { MedusaResponse } from "@medusajs/framework/http"
import type { StripeEventDTO } from "../../../../../types"
import { retryStripeEvent } from "../../../../../workers/inbox"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRoute } from "../../../../utils/refund-route"
import { emptySchema } from "../../../order-refunds/validators"

/** Processes an event again. Its status says whether that succeeded. */
export const POST = refundRoute(
  async (req, res: MedusaResponse<{ stripe_event: StripeEventDTO }>) => {
    parseRequest(emptySchema, req.body)
    const stripe_event = await retryStripeEvent(
      req.scope,
      String(req.params.id)
    )
    res.json({ stripe_event })
  }
)
