import { Modules } from "@medusajs/framework/utils"
import { getRefundRequest } from "../../../../../../workflows/refund-requests"
import { refundError } from "../../../../../../workflows/common/refund-error"
import { refundRoute } from "../../../../../utils/refund-route"

/**
 * A picture that the customer added. It is private: it comes through this route,
 * which only staff can ask, and no browser guesses what it is.
 */
export const GET = refundRoute(async (req, res) => {
  const { id, photos } = await getRefundRequest(
    req.scope,
    String(req.params.id)
  )
  const photo = photos.find(({ id }) => id === req.params.photo_id)
  if (!photo) {
    throw refundError({
      code: "refund_request_not_found",
      message: `Refund request ${id} has no photo ${req.params.photo_id}.`,
    })
  }
  const content = await req.scope
    .resolve(Modules.FILE)
    .getAsBuffer(photo.file_id)
  res.set({
    "Content-Type": photo.mime_type,
    "Content-Disposition": "inline",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, no-store",
  })
  res.send(content)
})
