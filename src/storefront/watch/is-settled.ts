import type { StoreRefundRequest } from "../../types/refund-request"
import type { StoreOrderRefund } from "../../types/store"

/** What happens to the money of an order. */
export type OrderRefundState = {
  order_refunds: StoreOrderRefund[]
  refund_requests: StoreRefundRequest[]
}

const REFUNDS_AT_REST = ["refunded", "canceled"]
const REQUESTS_AT_REST = ["declined", "invalid", "canceled", "done"]

/** Whether nothing is expected to change by itself. What failed is still owed. */
export const isSettled = ({
  order_refunds,
  refund_requests,
}: OrderRefundState): boolean =>
  order_refunds.every(({ status }) => REFUNDS_AT_REST.includes(status)) &&
  refund_requests.every(({ status }) => REQUESTS_AT_REST.includes(status))
