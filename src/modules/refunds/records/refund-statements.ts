const listOf = (table: string): string =>
  `(SELECT coalesce(json_agg(part), '[]') FROM ${table} part
    WHERE part.order_refund_id = refund.id AND part.deleted_at IS NULL)`

/**
 * Rows of order refunds, each with its lines and its transactions as JSON: what
 * Medusa's methods read in three statements. Amounts are text, so that JSON loses
 * no digit.
 */
const REFUNDS = `SELECT refund.*,
    ${listOf("refunds_order_refund_line")} AS lines,
    ${listOf("refunds_transaction")} AS transactions
  FROM refunds_order_refund refund WHERE refund.deleted_at IS NULL`

/** One parameter: the refund's id. */
export const REFUND_BY_ID = `${REFUNDS} AND refund.id = ?`

/** One parameter: the key. */
export const REFUND_BY_KEY = `${REFUNDS} AND refund.idempotency_key = ?`

/**
 * The refunds of an order, oldest first, and its guard, as they are at one moment.
 * Two parameters, both the order's id.
 */
export const RECORDS_OF_ORDER = `SELECT
  (SELECT json_build_object('version', version, 'held', held)
   FROM refunds_order_guard WHERE order_id = ? AND deleted_at IS NULL) AS guard,
  (SELECT coalesce(json_agg(found ORDER BY found.display_id), '[]')
   FROM (${REFUNDS} AND refund.order_id = ?) found) AS order_refunds`
