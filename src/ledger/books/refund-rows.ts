import type { BooksEntries } from "./books-entries"
import { figure } from "./figure"
import type { Statements } from "./statements"

/** Ids of native refund rows. */
export type WrittenRows = { added: string[]; removed: string[] }

type RowEntries = Pick<BooksEntries, "refund_rows" | "removed_refund_rows">

/** The payments whose native refund rows change. */
export const paymentsOf = ({
  refund_rows,
  removed_refund_rows,
}: RowEntries): string[] =>
  [...refund_rows, ...removed_refund_rows].map(({ payment_id }) => payment_id)

/**
 * Locks the collections of payments: two refunds of one collection each add up
 * what the other has written, too.
 *
 * @param waits false: those that somebody holds are left out
 * @returns the payments whose collection is locked
 */
export async function lockCollections(
  transaction: Statements,
  payments: string[],
  waits: boolean
): Promise<Set<string>> {
  const { rows } = await transaction.raw<{ id: string }>(
    `SELECT p.id FROM payment p
     JOIN payment_collection c ON c.id = p.payment_collection_id
     WHERE p.id = ANY(:payments)
     ORDER BY c.id FOR NO KEY UPDATE OF c ${waits ? "" : "SKIP LOCKED"}`,
    { payments }
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * Writes native refund rows and takes others back, which are soft-deleted so that
 * the payment's history stays readable, and brings the payment collections'
 * `refunded_amount` up to date. Rows are keyed by our id: running it again writes
 * nothing twice. The collections are locked.
 *
 * @returns which are new, and which were there and are not any more
 */
export async function writeRefundRows(
  transaction: Statements,
  entries: RowEntries[]
): Promise<WrittenRows> {
  const { rows } = await transaction.raw<{ id: string; happened: string }>(
    WRITE_ROWS,
    {
      removed: entries.flatMap(({ removed_refund_rows }) =>
        removed_refund_rows.map(({ id }) => id)
      ),
      rows: JSON.stringify(
        entries.flatMap(({ refund_rows }) =>
          refund_rows.map((row) => ({
            ...row,
            raw_amount: figure(row.amount).raw,
          }))
        )
      ),
    }
  )
  await transaction.raw(SUM_COLLECTIONS, {
    payments: entries.flatMap(paymentsOf),
  })
  const idsOf = (what: string) =>
    rows.flatMap(({ id, happened }) => (happened === what ? id : []))
  return { added: idsOf("added"), removed: idsOf("removed") }
}

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
