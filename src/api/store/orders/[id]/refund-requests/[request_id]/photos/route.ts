import type { MedusaRequest } from "@medusajs/framework/http"
import type { StoreRefundRequestResponse } from "../../../../../../../types"
import { retrieveStoreRequest } from "../../../../../../../queries/refund-requests"
import { addRequestPhotos } from "../../../../../../../workflows/refund-requests"
import { customerRoute } from "../../../../../../utils/customer-route"
import { receiveFiles } from "../../../../../../utils/receive-files"

/** Adds pictures to a request: `multipart/form-data`, field `photos`. */
export const POST = customerRoute<StoreRefundRequestResponse>(
  "request",
  async (req: MedusaRequest, res, orderId) => {
    const { id } = await retrieveStoreRequest(
      req.scope,
      orderId,
      String(req.params.request_id)
    )
    // Only who may act is listened to: a stranger's upload ends here, unread.
    const files = await receiveFiles(req, res, "photos")
    await addRequestPhotos(req.scope, id, files)
    res.json({
      refund_request: await retrieveStoreRequest(req.scope, orderId, id),
    })
  }
)
