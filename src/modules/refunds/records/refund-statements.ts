const listOf = (table: string): string =>
  `(SELECT coalesce(json_agg(part), '[]') FROM ${table} part
    WHERE part.order_refund_id = refund.id AND part.deleted_at IS NULL)`

/**
 * Order refunds, each with its lines and its transactions as JSON: what Medusa's
 * methods read in three statements. Amounts are text, so that JSON loses no digit.
 *
 * @param source a table, or a statement in brackets, with rows of
 *   `refunds_order_refund`
 */
export const refundsOf = (source: string): string => `SELECT refund.*,
    ${listOf("refunds_order_refund_line")} AS lines,
    ${listOf("refunds_transaction")} AS transactions
  FROM ${source} refund`

const REFUNDS = `${refundsOf("refunds_order_refund")} WHERE refund.deleted_at IS NULL`

/** One parameter: ids. */
export const REFUNDS_BY_ID = `${REFUNDS} AND refund.id = ANY(?)`

/** One parameter: keys. */
export const REFUNDS_BY_KEY = `${REFUNDS} AND refund.idempotency_key = ANY(?)`

/**
 * Of the order that a row `asked` names: its refunds, oldest first, its guard, the
 * disputes of its payments, oldest first, and a release that is not finished.
 */
export const ORDER_RECORDS = `
  (SELECT json_build_object('version', version, 'held', held)
   FROM refunds_order_guard guard
   WHERE guard.order_id = asked.order_id AND guard.deleted_at IS NULL) AS guard,
  (SELECT coalesce(json_agg(found ORDER BY found.display_id), '[]')
   FROM (${REFUNDS} AND refund.order_id = asked.order_id) found) AS order_refunds,
  (SELECT coalesce(json_agg(dispute ORDER BY dispute.opened_at, dispute.id), '[]')
   FROM refunds_payment_dispute dispute
   WHERE dispute.order_id = asked.order_id AND dispute.deleted_at IS NULL) AS disputes,
  (SELECT min(release.id) FROM refunds_order_release release
   WHERE release.order_id = asked.order_id AND release.booked_at IS NULL
     AND release.status <> 'failed' AND release.deleted_at IS NULL) AS open_release_id`

/** The records of orders, as they are at one moment. One parameter: ids of orders. */
export const RECORDS_OF_ORDERS = `SELECT asked.order_id, ${ORDER_RECORDS}
FROM unnest(?::text[]) AS asked (order_id)`
