import type { NotificationOptions } from "../../refunds/notification-options"
import { orderEditTrail } from "./order-edits"
import { orderRefundTrail } from "./order-refunds"
import { refundRequestTrail } from "./refund-requests"
import type { Trail } from "./trail"

export type { Trail } from "./trail"

/**
 * Every audit trail that customers are told from. A capability that has news adds its
 * trail here, and its messages to `workflows/notifications/subjects`.
 */
export const trailsOf = (options: NotificationOptions): Trail[] => [
  orderRefundTrail,
  refundRequestTrail,
  ...(options.notifyByDefault ? [orderEditTrail] : []),
]
