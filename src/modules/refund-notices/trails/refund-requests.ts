import type { Trail } from "./trail"

/**
 * Customers' requests. What came in is acknowledged at once; what the shop says has to
 * last. Of an approval there is something to tell once the request has its refund.
 *
 * A declaration that belongs to no order stands for one itself: `order_id` keeps what
 * is told of one order in its sequence.
 */
export const refundRequestTrail: Trail = {
  prefix: "refreqev",
  news: `SELECT event.id AS key,
      CASE event.action
        WHEN 'submitted' THEN CASE request.kind
          WHEN 'withdrawal' THEN 'withdrawal.acknowledged'
          ELSE 'refund-request.received' END
        WHEN 'asked' THEN 'refund-request.question'
        WHEN 'declined' THEN 'refund-request.declined'
        WHEN 'invalid' THEN 'withdrawal.invalid'
        ELSE 'refund-request.approved' END AS template,
      coalesce(request.order_id, request.id) AS order_id,
      NULL AS order_refund_id, NULL AS order_edit_id,
      request.id AS refund_request_id, event.created_at AS happened_at,
      event.action <> 'submitted' AS waits
    FROM refunds_request_event event
    JOIN refunds_request request ON request.id = event.refund_request_id
    WHERE event.id >= ? AND event.action IN
      ('submitted', 'asked', 'declined', 'invalid', 'refund_made')`,
}
