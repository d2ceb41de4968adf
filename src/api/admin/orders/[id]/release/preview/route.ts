import type { MedusaResponse } from "@medusajs/framework/http"
import { planRelease } from "../../../../../../domain"
import type { AdminReleasePlanResponse } from "../../../../../../types"
import { refundError } from "../../../../../../workflows/common/refund-error"
import { readReleaseState } from "../../../../../../workflows/release-order/lib/read-release-state"
import { parseRequest } from "../../../../../utils/parse-request"
import { refundRoute } from "../../../../../utils/refund-route"
import { createOrderReleaseSchema } from "../validators"

/** Answers what a release would do. Writes nothing. */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminReleasePlanResponse>) => {
    const { items, shipping } = parseRequest(createOrderReleaseSchema, req.body)
    const { snapshot } = await readReleaseState(
      req.scope,
      String(req.params.id)
    )
    const planned = planRelease(snapshot, { items, shipping })
    if (!planned.ok) {
      throw refundError(planned.error)
    }
    res.json({ release_plan: planned.plan })
  }
)
