import type { BooksEntries } from "./books-entries"
import { figure } from "./figure"
import type { Statements } from "./statements"

/** Ids of native refund rows. */
export type WrittenRows = { added: string[]; removed: string[] }

/**
 * Writes native refund rows and takes others back, which are soft-deleted so that
 * the payment's history stays readable, and brings the payment collections'
 * `refunded_amount` up to date. Rows are keyed by our id: running it again writes
 * nothing twice.
 *
 * @returns which are new, and which were there and are not any more
 */
export async function writeRefundRows(
  transaction: Statements,
  {
    refund_rows,
    removed_refund_rows,
  }: Pick<BooksEntries, "refund_rows" | "removed_refund_rows">
): Promise<WrittenRows> {
  const payments = [...refund_rows, ...removed_refund_rows].map(
    ({ payment_id }) => payment_id
  )
  await transaction.raw(LOCK_COLLECTIONS, { payments })
  const { rows } = await transaction.raw<{ id: string; happened: string }>(
    WRITE_ROWS,
    {
      removed: removed_refund_rows.map(({ id }) => id),
      rows: JSON.stringify(
        refund_rows.map((row) => ({
          ...row,
          raw_amount: figure(row.amount).raw,
        }))
      ),
    }
  )
  await transaction.raw(SUM_COLLECTIONS, { payments })
  const idsOf = (what: string) =>
    rows.flatMap(({ id, happened }) => (happened === what ? id : []))
  return { added: idsOf("added"), removed: idsOf("removed") }
}

/** Two refunds of one collection each add up what the other has written, too. */
const LOCK_COLLECTIONS = `
  SELECT id FROM payment_collection
  WHERE id IN (SELECT payment_collection_id FROM payment WHERE id = ANY(:payments))
  ORDER BY id FOR NO KEY UPDATE`

const WRITE_ROWS = `
  WITH removed AS (
    UPDATE refund SET deleted_at = now(), updated_at = now()
    WHERE id = ANY(:removed) AND deleted_at IS NULL RETURNING id
  ), written AS (
    INSERT INTO refund (id, payment_id, amount, raw_amount, created_by, note,
      refund_reason_id, metadata)
    SELECT id, payment_id, amount, raw_amount, created_by, note, refund_reason_id,
      metadata
    FROM jsonb_to_recordset(:rows) AS row (id text, payment_id text, amount numeric,
      raw_amount jsonb, created_by text, note text, refund_reason_id text,
      metadata jsonb)
    ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = now()
    RETURNING id, xmax = 0 AS is_new
  )
  SELECT id, 'removed' AS happened FROM removed
  UNION ALL SELECT id, 'added' FROM written WHERE is_new`

const SUM_COLLECTIONS = `
  WITH refunded AS (
    SELECT p.payment_collection_id AS id,
      coalesce(sum((r.raw_amount->>'value')::numeric), 0) AS amount
    FROM payment p LEFT JOIN refund r
      ON r.payment_id = p.id AND r.deleted_at IS NULL
    WHERE p.deleted_at IS NULL AND p.payment_collection_id IN
      (SELECT payment_collection_id FROM payment WHERE id = ANY(:payments))
    GROUP BY p.payment_collection_id
  )
  UPDATE payment_collection c SET updated_at = now(),
    refunded_amount = refunded.amount,
    raw_refunded_amount = jsonb_build_object(
      'value', trim_scale(refunded.amount)::text, 'precision', 20)
  FROM refunded WHERE c.id = refunded.id`
