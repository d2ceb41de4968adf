import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminReleasePlanResponse } from "../../../../../../types"
import { previewOrderRelease } from "../../../../../../queries/order-releases"
import { withAdditionalData } from "../../../../../utils/additional-data"
import { parseRequest } from "../../../../../utils/parse-request"
import { refundRoute } from "../../../../../utils/refund-route"
import { createOrderReleaseSchema } from "../validators"

/** Answers what a release would do. Writes nothing. */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminReleasePlanResponse>) => {
    const { items, shipping, additional_data } = parseRequest(
      withAdditionalData(createOrderReleaseSchema, req),
      req.body
    )
    const release_plan = await previewOrderRelease(req.scope, {
      order_id: String(req.params.id),
      request: { items, shipping },
      additional_data: additional_data ?? undefined,
    })
    res.json({ release_plan })
  }
)
