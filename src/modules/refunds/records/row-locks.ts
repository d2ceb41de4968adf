import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { TransactionState } from "../../../domain"
import type { Row } from "./serialize"

/** Locks the order's guard row and moves it on, if it is still at `version`. */
export async function advanceGuard(
  manager: SqlEntityManager,
  orderId: string,
  version: number
): Promise<boolean> {
  // An order that nobody has touched has no row yet.
  const moved: unknown[] =
    version === 0
      ? await manager.execute(
          `INSERT INTO refunds_order_guard (order_id, version) VALUES (?, 1)
           ON CONFLICT (order_id) DO UPDATE SET version = 1, updated_at = now()
           WHERE refunds_order_guard.version = 0 RETURNING version`,
          [orderId]
        )
      : await manager.execute(
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

/**
 * The transactions of the order refund that one belongs to. Whoever has locked the
 * refund reads what nobody else is changing.
 */
export const readSiblings = (
  manager: SqlEntityManager,
  transactionId: string
): Promise<Row[]> =>
  manager.execute(
    `SELECT * FROM refunds_transaction WHERE deleted_at IS NULL AND
       order_refund_id = (SELECT order_refund_id FROM refunds_transaction WHERE id = ?)`,
    [transactionId]
  )

/** Locks an order refund: all that changes one, or a part of it, does so first. */
export async function lockRefund(
  manager: SqlEntityManager,
  id: string
): Promise<void> {
  await manager.execute(
    `SELECT id FROM refunds_order_refund WHERE id = ? FOR UPDATE`,
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
