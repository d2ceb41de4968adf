import type { OrderRefundStatus } from "../../../domain"

/** The events of this plugin. Data: `{ id, order_id }`. */
export const OrderRefundEvents = {
  CREATED: "order_refund.created",
  SUCCEEDED: "order_refund.succeeded",
  FAILED: "order_refund.failed",
  CANCELED: "order_refund.canceled",
  REQUIRES_ACTION: "order_refund.requires_action",
} as const

export type OrderRefundEventName =
  (typeof OrderRefundEvents)[keyof typeof OrderRefundEvents]

const BY_STATUS: Partial<Record<OrderRefundStatus, OrderRefundEventName>> = {
  succeeded: OrderRefundEvents.SUCCEEDED,
  failed: OrderRefundEvents.FAILED,
  partially_failed: OrderRefundEvents.FAILED,
  canceled: OrderRefundEvents.CANCELED,
  requires_action: OrderRefundEvents.REQUIRES_ACTION,
}

/** The events that a change of status means, oldest first. */
export function refundEvents(
  before: OrderRefundStatus | null,
  after: OrderRefundStatus
): OrderRefundEventName[] {
  const reached = before === after ? undefined : BY_STATUS[after]
  return [
    ...(before === null ? [OrderRefundEvents.CREATED] : []),
    ...(reached ? [reached] : []),
  ]
}
