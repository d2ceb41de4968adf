import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderEditPreviewResponse } from "../../../../../../types"
import { previewOrderEdit } from "../../../../../../workflows/edit-order"
import { parseRequest } from "../../../../../utils/parse-request"
import { refundRoute } from "../../../../../utils/refund-route"
import { editOrderSchema, toRequest } from "../validators"

/** Answers what an edit would do to the order and its money. Leaves nothing behind. */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminOrderEditPreviewResponse>) => {
    const request = toRequest(parseRequest(editOrderSchema, req.body))
    res.json({
      order_edit_preview: await previewOrderEdit(
        req.scope,
        req.params.id as string,
        request
      ),
    })
  }
)
