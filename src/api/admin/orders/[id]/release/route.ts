import type { MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminOrderReleaseListResponse,
  AdminOrderReleaseResponse,
} from "../../../../../types"
import { createOrderReleaseWorkflow } from "../../../../../workflows/release-order"
import {
  listOrderReleases,
  retrieveOrderRelease,
} from "../../../../../queries/order-releases"
import { withAdditionalData } from "../../../../utils/additional-data"
import { chooseFields } from "../../../../utils/choose-fields"
import { idempotencyKey } from "../../../../utils/idempotency-key"
import { pagingSchema } from "../../../../utils/paging"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRoute } from "../../../../utils/refund-route"
import { ORDER_RELEASE_FIELDS } from "../../../../utils/shown-fields"
import { userId } from "../../../../utils/user-id"
import { createOrderReleaseSchema } from "./validators"

/** The releases of the order, newest first, the refused ones too. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminOrderReleaseListResponse>) => {
    const { fields, ...paging } = parseRequest(pagingSchema, req.query)
    const orderId = req.params.id as string
    const { order_releases, count } = await listOrderReleases(
      req.scope,
      orderId,
      paging
    )
    res.json({
      order_releases: await chooseFields(
        req.scope,
        order_releases,
        ORDER_RELEASE_FIELDS,
        fields
      ),
      count,
      ...paging,
    })
  }
)

/**
 * Releases authorised money. 200: done. 202: the outcome is not known yet; the
 * release's status is `processing`.
 */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminOrderReleaseResponse>) => {
    const { note, plan_hash, additional_data, ...request } = parseRequest(
      withAdditionalData(createOrderReleaseSchema, req),
      req.body
    )
    const { result } = await createOrderReleaseWorkflow(req.scope).run({
      input: {
        order_id: String(req.params.id),
        request,
        note,
        plan_hash,
        additional_data: additional_data ?? undefined,
        idempotency_key: idempotencyKey(req),
        created_by: userId(req),
      },
    })
    const order_release = await retrieveOrderRelease(
      req.scope,
      result.order_release_id
    )
    res
      .status(order_release.status === "processing" ? 202 : 200)
      .json({ order_release })
  }
)
