import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminStripeEventListResponse } from "../../../types"
import { refundsModule } from "../../../workflows/common/refunds-module"
import { toStripeEventDTO } from "../../../workers/inbox"
import { parseRequest } from "../../utils/parse-request"
import { refundRoute } from "../../utils/refund-route"
import { listStripeEventsSchema } from "./validators"

/** What Stripe told us, newest first. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminStripeEventListResponse>) => {
    const { limit, offset, ...filters } = parseRequest(
      listStripeEventsSchema,
      req.query
    )
    const [events, count] = await refundsModule(req.scope).inbox.listAndCount(
      filters,
      { take: limit, skip: offset }
    )
    res.json({
      stripe_events: events.map(toStripeEventDTO),
      count,
      offset,
      limit,
    })
  }
)
