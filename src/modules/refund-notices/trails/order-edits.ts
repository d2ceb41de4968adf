import type { Trail } from "./trail"

/** Changed orders that wait for the customer to pay by a link. */
export const orderEditTrail: Trail = {
  prefix: "refaud",
  news: `SELECT entry.id AS key, 'order-edit.payment-link' AS template,
      edit.order_id, NULL AS order_refund_id, edit.id AS order_edit_id,
      NULL AS refund_request_id, entry.created_at AS happened_at, true AS waits
    FROM refunds_audit_entry entry
    JOIN refunds_order_edit edit ON edit.id = entry.order_edit_id
    WHERE entry.id >= ? AND entry.action = 'settlement'
      AND entry.to_status = 'waiting'`,
}
