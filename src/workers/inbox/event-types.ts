/** Our own wake-up call: an event of Stripe is in the inbox. Data: `{ id }`. */
export const STRIPE_EVENT_RECEIVED = "stripe_event.received"

const REFUNDS: readonly string[] = [
  "refund.created",
  "refund.updated",
  "refund.failed",
  // Only a wake-up call, and what endpoints with an old API version send.
  "charge.refunded",
  "charge.refund.updated",
]

/** Whether an event tells of a dispute. */
export const isDispute = (type: string): boolean =>
  type.startsWith("charge.dispute.")

/** Whether an event concerns refunds at all. Everything else is recorded only. */
export const isOurs = (type: string): boolean =>
  REFUNDS.includes(type) || isDispute(type)
