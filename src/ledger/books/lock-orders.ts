import type { MedusaOrder, MedusaOrderEntry, StoredTotals } from "../../domain"
import type { BooksEntries } from "./books-entries"
import type { Statements } from "./statements"

/** An order as it was read, and what its books are to get. */
export type OrderBooks = { order: MedusaOrder; entries: BooksEntries }

export type StoredSummary = { id: string; totals: StoredTotals }

/**
 * Locks orders, each with its summary: a change of Medusa's that is being
 * committed is waited for.
 *
 * @param waits false: an order that somebody holds is left out
 * @returns the summaries, by order, of those that are still at the version that
 *   was read
 */
export async function lockOrders(
  transaction: Statements,
  orders: Pick<MedusaOrder, "id" | "version">[],
  waits: boolean
): Promise<Map<string, StoredSummary>> {
  const { rows } = await transaction.raw<StoredSummary & { order_id: string }>(
    `SELECT s.order_id, s.id, s.totals
     FROM jsonb_to_recordset(:orders) AS read (id text, version integer)
     JOIN "order" o
       ON o.id = read.id AND o.version = read.version AND o.deleted_at IS NULL
     JOIN order_summary s
       ON s.order_id = o.id AND s.version = o.version AND s.deleted_at IS NULL
     WHERE o.id = ANY(:ids)
     ORDER BY s.order_id, s.id DESC
     FOR NO KEY UPDATE OF o, s ${waits ? "" : "SKIP LOCKED"}`,
    // PostgreSQL takes the JSON for a hundred rows; of the ids it knows how many.
    { orders: versionsOf(orders), ids: orders.map(({ id }) => id) }
  )
  // Of two summaries of one version Medusa reads the first.
  return new Map(rows.map((row) => [row.order_id, row]))
}

/**
 * Which of locked orders are still as they were read, and may be written to: to
 * one with an open change Medusa gives no credit lines.
 *
 * A statement of its own: it sees what was committed before it began, so what the
 * lock has waited for, too.
 *
 * @returns the ids of these orders
 */
export async function unchangedOrders(
  transaction: Statements,
  books: OrderBooks[]
): Promise<Set<string>> {
  const { rows } = await transaction.raw<{
    id: string
    changing: boolean
    credit_lines: string[]
    transactions: string[]
  }>(
    `SELECT read.id,
       EXISTS (SELECT FROM order_change WHERE order_id = read.id
         AND status IN ('pending', 'requested') AND deleted_at IS NULL) AS changing,
       ARRAY(SELECT id FROM order_credit_line WHERE order_id = read.id
         AND version = read.version AND deleted_at IS NULL) AS credit_lines,
       ARRAY(SELECT id FROM order_transaction WHERE order_id = read.id
         AND deleted_at IS NULL) AS transactions
     FROM jsonb_to_recordset(:orders) AS read (id text, version integer)`,
    { orders: versionsOf(books.map(({ order }) => order)) }
  )
  const now = new Map(rows.map((row) => [row.id, row]))
  const unchanged = books.filter(({ order, entries }) => {
    const row = now.get(order.id)
    return (
      row &&
      !(row.changing && entries.credit_lines.length) &&
      isSame(row.credit_lines, order.credit_lines) &&
      isSame(row.transactions, order.transactions)
    )
  })
  return new Set(unchanged.map(({ order }) => order.id))
}

const versionsOf = (orders: Pick<MedusaOrder, "id" | "version">[]): string =>
  JSON.stringify(orders.map(({ id, version }) => ({ id, version })))

const isSame = (ids: string[], read: MedusaOrderEntry[]): boolean =>
  ids.length === read.length && read.every(({ id }) => ids.includes(id))
