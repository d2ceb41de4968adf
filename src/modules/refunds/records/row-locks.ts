import { MedusaError } from "@medusajs/framework/utils"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { RefundTransactionRecord, TransactionState } from "../../../domain"
import { toTransactionRecord, type Row } from "./serialize"

/** The right to write the books of an order. */
export type BooksLease = { order_id: string; owner_id: string }

/** Locks the order's guard row and moves it on, if it is still at `version`. */
export async function advanceGuard(
  manager: SqlEntityManager,
  orderId: string,
  version: number
): Promise<boolean> {
  await manager.execute(
    `INSERT INTO refunds_order_guard (order_id, version) VALUES (?, 0)
     ON CONFLICT (order_id) DO NOTHING`,
    [orderId]
  )
  const moved: unknown[] = await manager.execute(
    `UPDATE refunds_order_guard SET version = version + 1, updated_at = now()
     WHERE order_id = ? AND version = ? RETURNING version`,
    [orderId, version]
  )
  return moved.length === 1
}

/**
 * Locks the order's guard row and moves it on, whatever its version: what is
 * imported is a fact, and reservations made from older figures must notice.
 */
export async function bumpGuard(
  manager: SqlEntityManager,
  orderId: string
): Promise<void> {
  await manager.execute(
    `INSERT INTO refunds_order_guard (order_id, version) VALUES (?, 1)
     ON CONFLICT (order_id) DO UPDATE
     SET version = refunds_order_guard.version + 1, updated_at = now()`,
    [orderId]
  )
}

/**
 * Takes the right to write an order's books, if nobody has it. The database's
 * clock counts, since processes on several machines ask.
 */
export async function takeBooks(
  manager: SqlEntityManager,
  { order_id, owner_id, seconds }: BooksLease & { seconds: number }
): Promise<boolean> {
  const until = "now() + make_interval(secs => ?)"
  const taken: unknown[] = await manager.execute(
    `INSERT INTO refunds_order_guard (order_id, version, books_owner, books_until)
     VALUES (?, 0, ?, ${until})
     ON CONFLICT (order_id) DO UPDATE
     SET books_owner = excluded.books_owner, books_until = excluded.books_until
     WHERE refunds_order_guard.books_until IS NULL
       OR refunds_order_guard.books_until < now()
     RETURNING order_id`,
    [order_id, owner_id, seconds]
  )
  return taken.length === 1
}

/** Gives it back, unless it ran out and somebody else has it. */
export async function giveBooksBack(
  manager: SqlEntityManager,
  { order_id, owner_id }: BooksLease
): Promise<void> {
  await manager.execute(
    `UPDATE refunds_order_guard SET books_owner = NULL, books_until = NULL
     WHERE order_id = ? AND books_owner = ?`,
    [order_id, owner_id]
  )
}

/** Locks one transaction until the end of the database transaction, and reads it. */
export async function lockTransaction(
  manager: SqlEntityManager,
  id: string
): Promise<RefundTransactionRecord> {
  const [row]: Row[] = await manager.execute(
    `SELECT * FROM refunds_transaction WHERE id = ? FOR UPDATE`,
    [id]
  )
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Refund transaction ${id} does not exist.`
    )
  }
  return toTransactionRecord(row)
}

/** Locks the order refund that a transaction belongs to: always before the transaction. */
export async function lockRefundOf(
  manager: SqlEntityManager,
  transactionId: string
): Promise<void> {
  await manager.execute(
    `SELECT id FROM refunds_order_refund WHERE id =
       (SELECT order_refund_id FROM refunds_transaction WHERE id = ?) FOR UPDATE`,
    [transactionId]
  )
}

/** Locks an order refund and its transactions, always in the same order. */
export async function lockRefundRows(
  manager: SqlEntityManager,
  id: string
): Promise<void> {
  await manager.execute(
    `SELECT id FROM refunds_order_refund WHERE id = ? FOR UPDATE`,
    [id]
  )
  await manager.execute(
    `SELECT id FROM refunds_transaction WHERE order_refund_id = ? ORDER BY id FOR UPDATE`,
    [id]
  )
}

/** The states of an order refund's transactions, changes of this transaction included. */
export async function transactionStates(
  manager: SqlEntityManager,
  id: string
): Promise<TransactionState[]> {
  // Medusa's update methods leave their SQL to the end of the transaction.
  await manager.flush()
  return manager.execute(
    `SELECT status, superseded_at IS NOT NULL AS superseded
     FROM refunds_transaction
     WHERE order_refund_id = ? AND deleted_at IS NULL`,
    [id]
  )
}

/** Whether a refund at Stripe, or a refund row of Medusa, has its record. */
export async function isRecorded(
  manager: SqlEntityManager,
  ids: { stripe_refund_id: string | null; medusa_refund_id: string }
): Promise<boolean> {
  const rows: unknown[] = await manager.execute(
    `SELECT id FROM refunds_transaction
     WHERE (stripe_refund_id = ? OR medusa_refund_id = ?) AND deleted_at IS NULL`,
    [ids.stripe_refund_id, ids.medusa_refund_id]
  )
  return rows.length > 0
}
