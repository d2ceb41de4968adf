import type { CustomerRefundRecord } from "../types"
import { RecordsPart } from "./records-part"
import { type Row, toCustomerRefund } from "./serialize"
import { textArray } from "./text-array"

const columns = (alias: string, ...names: string[]): string =>
  names.map((name) => `'${name}', ${alias}.${name}`).join(", ")

const partsOf = (table: string, ...names: string[]): string =>
  `(SELECT coalesce(json_agg(json_build_object(${columns("part", ...names)})
      ORDER BY part.position), '[]')
    FROM ${table} part
    WHERE part.order_refund_id = refund.id AND part.deleted_at IS NULL)`

const TRAIL = `(SELECT coalesce(json_agg(json_build_object(
      ${columns("entry", "request_id", "to_status", "created_at")})
      ORDER BY entry.sequence), '[]')
    FROM refunds_audit_entry entry
    WHERE entry.order_refund_id = refund.id AND entry.deleted_at IS NULL)`

/** A row `refund` with what a customer may see of it. */
const TOLD = `json_build_object(
    ${columns("refund", "id", "order_id", "order_display_id", "status", "currency_code", "amount")},
    ${columns("refund", "customer_note", "revoked_at", "created_at")},
    'lines', ${partsOf("refunds_order_refund_line", "kind", "item_id", "title", "quantity", "amount")},
    'transactions', ${partsOf("refunds_transaction", "id", "status", "method", "reference", "destination_type", "card_refund_type", "pending_reason", "accepted_at", "action_expires_at", "superseded_at")},
    'trail', ${TRAIL}
  )`

/** Newest first. */
const LIST = `coalesce(json_agg(${TOLD} ORDER BY refund.display_id DESC), '[]')`

/**
 * Whether there is anything to tell: a refund that was refused at once never was. Not
 * by EXISTS, for which PostgreSQL would rather read every transaction of the store,
 * once, where a customer has many refunds.
 */
const IS_FOR_CUSTOMER = `refund.deleted_at IS NULL AND (refund.revoked_at IS NULL OR (
    SELECT min(part.accepted_at) FROM refunds_transaction part
    WHERE part.order_refund_id = refund.id AND part.deleted_at IS NULL) IS NOT NULL)`

const REFUNDS = `SELECT ${LIST} AS refunds
  FROM refunds_order_refund refund
  WHERE refund.order_id = ? AND ${IS_FOR_CUSTOMER}`

/**
 * A page of the refunds of many orders, and how many there are: a customer has so few
 * that all of them are found for both. Parameters: ids of orders, limit, offset.
 */
const PAGE = `WITH found AS MATERIALIZED (
  SELECT refund.* FROM refunds_order_refund refund
  WHERE refund.order_id = ANY(?) AND ${IS_FOR_CUSTOMER})
SELECT (SELECT count(*) FROM found) AS count,
  (SELECT ${LIST} FROM (
    SELECT * FROM found ORDER BY display_id DESC LIMIT ? OFFSET ?) refund) AS refunds`

/**
 * The tag is of the same rows that are read, at the same moment, so nothing that
 * is shown can change without it. It is worked out by the database, which leaves
 * the rows away where the caller has them.
 *
 * Parameters: the order's id, the version, what the caller knows.
 */
const TAGGED_REFUNDS = `WITH found AS (${REFUNDS}),
tagged AS MATERIALIZED (
  SELECT encode(sha256(convert_to(? || refunds::text, 'UTF8')), 'hex') AS tag, refunds
  FROM found)
SELECT tag, CASE WHEN strpos(?, tag) > 0 THEN NULL ELSE refunds END AS refunds
FROM tagged`

export type TaggedRefunds = {
  tag: string
  /** Newest first; null where the caller knows them already. */
  refunds: CustomerRefundRecord[] | null
}

/** What customers are told of their refunds. */
export class CustomerRefunds extends RecordsPart {
  /**
   * The refunds of an order with what a customer may see of them, and a tag that
   * is another one as soon as something of it is.
   *
   * @param version of whatever else an answer depends on; it is part of the tag
   * @param known text that has the tag of an earlier answer in it: `If-None-Match`
   */
  async read(
    orderId: string,
    { version, known }: { version: string; known: string }
  ): Promise<TaggedRefunds> {
    const [row] = await this.query(TAGGED_REFUNDS, [orderId, version, known])
    const { tag, refunds } = row as { tag: string; refunds: Row[] | null }
    return { tag, refunds: refunds && refunds.map(toCustomerRefund) }
  }

  /** A page of the refunds of a customer's orders, newest first, and the count of all. */
  async list(
    orderIds: readonly string[],
    { limit, offset }: { limit: number; offset: number }
  ): Promise<{ refunds: CustomerRefundRecord[]; count: number }> {
    const [row] = await this.query(PAGE, [textArray(orderIds), limit, offset])
    const { refunds, count } = row as { refunds: Row[]; count: unknown }
    return { refunds: refunds.map(toCustomerRefund), count: Number(count) }
  }
}
