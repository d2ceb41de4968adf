import type { MedusaResponse } from "@medusajs/framework/http"
import { previewOrderEdit } from "../../../../../../queries/order-edits"
import type { AdminOrderEditPreviewResponse } from "../../../../../../types"
import { withAdditionalData } from "../../../../../utils/additional-data"
import { parseRequest } from "../../../../../utils/parse-request"
import { refundRoute } from "../../../../../utils/refund-route"
import { editOrderSchema, toRequest } from "../validators"

/** Answers what an edit would do to the order and its money. Leaves nothing behind. */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminOrderEditPreviewResponse>) => {
    const body = parseRequest(
      withAdditionalData(editOrderSchema, req),
      req.body
    )
    res.json({
      order_edit_preview: await previewOrderEdit(req.scope, {
        order_id: req.params.id as string,
        request: toRequest(body),
        additional_data: body.additional_data ?? undefined,
      }),
    })
  }
)
