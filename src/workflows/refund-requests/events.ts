/** Events of customers' requests. Data: `{ id, order_id }`. */
export const RefundRequestEvents = {
  CREATED: "refund_request.created",
  APPROVED: "refund_request.approved",
  /** Declined, or invalid where it is a withdrawal. */
  DECLINED: "refund_request.declined",
  /** The shop asked the customer back. */
  NEEDS_INFO: "refund_request.needs_info",
  /** The customer answered. */
  ANSWERED: "refund_request.answered",
  CANCELED: "refund_request.canceled",
} as const
