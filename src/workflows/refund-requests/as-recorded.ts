import type { RefundRequestRecord } from "../../modules/refund-requests/types"
import type { RecordedRefundRequest } from "./types"

/** What is answered of a request that is stored. */
export const asRecorded = (
  { id, order_id, received_at, receipt, receipt_sha256 }: RefundRequestRecord,
  replayed: boolean
): RecordedRefundRequest => ({
  id,
  order_id,
  replayed,
  received_at,
  receipt,
  receipt_sha256,
})
