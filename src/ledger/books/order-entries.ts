import { generateEntityId } from "@medusajs/framework/utils"
import {
  type MedusaOrder,
  type MedusaOrderEntry,
  type StoredTotals,
} from "../../domain"
import type { BooksEntries, NewCreditLine } from "./books-entries"
import type { CreditLineMetadata } from "./credit-line-references"
import { figure } from "./figure"
import type { Statements } from "./statements"
import { summaryAfter } from "./summary-after"

type StoredSummary = { id: string; totals: StoredTotals }

/**
 * Locks an order's summary, and the order: a change of Medusa's that is being
 * committed is waited for.
 *
 * @returns null if the order is not any more as it was read, or has an open change,
 * to which Medusa gives no credit lines
 */
export async function lockOrder(
  transaction: Statements,
  order: MedusaOrder,
  { credit_lines }: Pick<BooksEntries, "credit_lines">
): Promise<StoredSummary | null> {
  const { rows: locked } = await transaction.raw<StoredSummary>(
    `SELECT s.id, s.totals
     FROM "order" o JOIN order_summary s
       ON s.order_id = o.id AND s.version = o.version AND s.deleted_at IS NULL
     WHERE o.id = :id AND o.version = :version AND o.deleted_at IS NULL
     ORDER BY s.id LIMIT 1
     FOR NO KEY UPDATE OF o, s`,
    { id: order.id, version: order.version }
  )
  // A statement sees what was committed before it began: only the next one sees
  // what the lock has waited for.
  const { rows: present } = await transaction.raw<{
    changing: boolean
    credit_lines: string[]
    transactions: string[]
  }>(
    `SELECT
       EXISTS (SELECT FROM order_change WHERE order_id = :id
         AND status IN ('pending', 'requested') AND deleted_at IS NULL) AS changing,
       ARRAY(SELECT id FROM order_credit_line WHERE order_id = :id
         AND version = :version AND deleted_at IS NULL) AS credit_lines,
       ARRAY(SELECT id FROM order_transaction WHERE order_id = :id
         AND deleted_at IS NULL) AS transactions`,
    { id: order.id, version: order.version }
  )
  const [summary] = locked
  const [now] = present
  return summary &&
    now &&
    !(now.changing && credit_lines.length) &&
    isSame(now.credit_lines, order.credit_lines) &&
    isSame(now.transactions, order.transactions)
    ? summary
    : null
}

const isSame = (ids: string[], read: MedusaOrderEntry[]): boolean =>
  ids.length === read.length && read.every(({ id }) => ids.includes(id))

/**
 * Writes the order's side at its present version, and what its summary comes to.
 * With a credit line go discounts of versions that the order never reached
 * (`removeUndoneDiscounts` says why): nobody makes such a version while the order
 * is locked, and no change is open then.
 */
export async function writeOrderEntries(
  transaction: Statements,
  order: MedusaOrder,
  summary: StoredSummary,
  entries: BooksEntries
): Promise<void> {
  const cleans = entries.credit_lines.length > 0
  await transaction.raw(
    `WITH credit_lines AS (
       INSERT INTO order_credit_line
         (id, order_id, version, reference, reference_id, amount, raw_amount, metadata)
       SELECT id, :order_id, :version, reference, reference_id, amount, raw_amount, metadata
       FROM jsonb_to_recordset(:credit_lines) AS line (id text, reference text,
         reference_id text, amount numeric, raw_amount jsonb, metadata jsonb)
     ), transactions AS (
       INSERT INTO order_transaction
         (id, order_id, version, currency_code, reference, reference_id, amount, raw_amount)
       SELECT id, :order_id, :version, :currency_code, reference, reference_id, amount, raw_amount
       FROM jsonb_to_recordset(:transactions) AS entry (id text, reference text,
         reference_id text, amount numeric, raw_amount jsonb)
     ), removed AS (
       UPDATE order_transaction SET deleted_at = now(), updated_at = now()
       WHERE id = ANY(:removed)
     ), undone_discounts AS (
       DELETE FROM order_line_item_adjustment
       WHERE version > :version AND item_id = ANY(:items)
     ), undone_shipping_discounts AS (
       DELETE FROM order_shipping_method_adjustment
       WHERE version > :version AND shipping_method_id = ANY(:shipping_methods)
     )
     UPDATE order_summary SET totals = :totals, updated_at = now()
     WHERE id = :summary_id`,
    {
      order_id: order.id,
      version: order.version,
      currency_code: order.currency_code,
      credit_lines: JSON.stringify(
        entries.credit_lines.map((line) => creditLineRow(line, order))
      ),
      transactions: JSON.stringify(
        entries.transactions.map((entry) => ({
          id: generateEntityId(undefined, "ordtrx"),
          ...entry,
          raw_amount: figure(entry.amount).raw,
        }))
      ),
      removed: entries.removed_transactions,
      items: cleans ? order.items.map(({ id }) => id) : [],
      shipping_methods: cleans
        ? order.shipping_methods.map(({ id }) => id)
        : [],
      summary_id: summary.id,
      totals: JSON.stringify(summaryAfter(order, summary.totals, entries)),
    }
  )
}

/** As Medusa writes it, which copies the metadata into each later version. */
function creditLineRow(
  { amount, shown, reference, reference_id }: NewCreditLine,
  { version }: MedusaOrder
) {
  const about: CreditLineMetadata = { credit_line: { reference, reference_id } }
  return {
    id: generateEntityId(undefined, "ordcl"),
    ...(shown ?? { reference, reference_id }),
    amount,
    raw_amount: figure(amount).raw,
    metadata: { created_in_version: version, ...(shown && about) },
  }
}
