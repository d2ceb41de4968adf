import { newsOfOrderEdit } from "./order-edit"
import { newsOfOrderRefund } from "./order-refund"
import { newsOfRefundRequest } from "./refund-request"
import type { NewsOf } from "./types"

/**
 * What a notice has to tell now. A capability that has a trail of its own
 * (`modules/refund-notices/trails`) adds its subject here.
 */
export const newsOf: NewsOf = async (container, notice) => {
  if (notice.order_refund_id) {
    return newsOfOrderRefund(container, notice)
  }
  if (notice.order_edit_id) {
    return newsOfOrderEdit(container, notice)
  }
  if (notice.refund_request_id) {
    return newsOfRefundRequest(container, notice)
  }
  return { silent: "Nothing is known of what it is about." }
}
