import type { Trail } from "./trail"

/** An entry that changes what a customer would be told of its refund. */
export const REFUND_NEWS = `((entry.request_id IS NOT NULL
    AND entry.to_status IN ('pending', 'succeeded', 'failed', 'canceled'))
  OR entry.action = 'withdrawn')`

/**
 * Refunds whose customers are to be told. What is told is decided when it is sent, from
 * the refund as it is then; the template says what the entry meant.
 */
export const orderRefundTrail: Trail = {
  prefix: "refaud",
  news: `SELECT entry.id AS key,
      CASE WHEN entry.action = 'withdrawn' THEN 'refund.withdrawn'
        WHEN entry.to_status = 'pending' THEN 'refund.on-its-way'
        WHEN entry.to_status = 'succeeded' THEN 'refund.succeeded'
        ELSE 'refund.failed' END AS template,
      refund.order_id, refund.id AS order_refund_id, NULL AS order_edit_id,
      NULL AS refund_request_id, entry.created_at AS happened_at, true AS waits
    FROM refunds_audit_entry entry
    JOIN refunds_order_refund refund ON refund.id = entry.order_refund_id
    WHERE entry.id >= ? AND refund.notify_customer AND ${REFUND_NEWS}`,
}
