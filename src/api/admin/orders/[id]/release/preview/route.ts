import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminReleasePlanResponse } from "../../../../../../types"
import { previewOrderRelease } from "../../../../../../queries/order-releases"
import { parseRequest } from "../../../../../utils/parse-request"
import { refundRoute } from "../../../../../utils/refund-route"
import { createOrderReleaseSchema } from "../validators"

/** Answers what a release would do. Writes nothing. */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminReleasePlanResponse>) => {
    const { items, shipping } = parseRequest(createOrderReleaseSchema, req.body)
    const release_plan = await previewOrderRelease(
      req.scope,
      String(req.params.id),
      { items, shipping }
    )
    res.json({ release_plan })
  }
)
