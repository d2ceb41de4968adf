import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { TransactionState } from "../../../domain"
import type { Row } from "./serialize"
import { textArray } from "./text-array"

/** Locks the order's guard row and moves it on, if it is still at `version`. */
export const advanceGuard = async (
  manager: SqlEntityManager,
  order_id: string,
  version: number
): Promise<boolean> =>
  (await advanceGuards(manager, [{ order_id, version }])).has(order_id)

/**
 * The same for several orders, each named once.
 *
 * @returns those that were still at their version
 */
export async function advanceGuards(
  manager: SqlEntityManager,
  read: { order_id: string; version: number }[]
): Promise<Set<string>> {
  // An order that nobody has touched has no row yet.
  const moved: { order_id: string }[] = await manager.execute(
    `INSERT INTO refunds_order_guard AS guard (order_id, version)
     SELECT order_id, version + 1
     FROM jsonb_to_recordset(?) AS read (order_id text, version integer)
     ORDER BY order_id
     ON CONFLICT (order_id) DO UPDATE
     SET version = excluded.version, updated_at = now()
     WHERE guard.version = excluded.version - 1
     RETURNING order_id`,
    [JSON.stringify(read)]
  )
  return new Set(moved.map(({ order_id }) => order_id))
}

/**
 * Locks the order's guard row and moves it on, whatever its version: what is
 * imported is a fact, and reservations made from older figures must notice.
 */
export const bumpGuard = (
  manager: SqlEntityManager,
  orderId: string
): Promise<void> => bumpGuards(manager, [orderId])

/** The same for several orders. */
export async function bumpGuards(
  manager: SqlEntityManager,
  orderIds: string[]
): Promise<void> {
  if (orderIds.length) {
    await manager.execute(
      `INSERT INTO refunds_order_guard AS guard (order_id, version)
       SELECT DISTINCT order_id, 1 FROM unnest(?::text[]) AS moved (order_id)
       ORDER BY order_id
       ON CONFLICT (order_id) DO UPDATE
       SET version = guard.version + 1, updated_at = now()`,
      [textArray(orderIds)]
    )
  }
}

/**
 * Locks the order refunds that transactions belong to: always before the
 * transactions. Otherwise as `lockRefunds`.
 */
export const lockRefundsOf = (
  manager: SqlEntityManager,
  transactionIds: string[],
  waits: boolean
): Promise<string[]> =>
  lockWhere(
    manager,
    `id IN (SELECT order_refund_id FROM refunds_transaction WHERE id = ANY(?))`,
    transactionIds,
    waits
  )

async function lockWhere(
  manager: SqlEntityManager,
  condition: string,
  ids: string[],
  waits: boolean
): Promise<string[]> {
  const rows: { id: string }[] = await manager.execute(
    `SELECT id FROM refunds_order_refund WHERE ${condition}
     ORDER BY id FOR UPDATE ${waits ? "" : "SKIP LOCKED"}`,
    [textArray(ids)]
  )
  return rows.map(({ id }) => id)
}

/**
 * The transactions of order refunds. Whoever has locked the refunds reads what
 * nobody else is changing.
 */
export const readTransactions = (
  manager: SqlEntityManager,
  refundIds: string[]
): Promise<Row[]> =>
  manager.execute(
    `SELECT * FROM refunds_transaction
     WHERE deleted_at IS NULL AND order_refund_id = ANY(?)`,
    [textArray(refundIds)]
  )

/** Locks an order refund: all that changes one, or a part of it, does so first. */
export const lockRefund = async (
  manager: SqlEntityManager,
  id: string
): Promise<void> => {
  await lockRefunds(manager, [id], true)
}

/**
 * Locks order refunds. All go by the id, so that two who lock several wait, and do
 * not wait for each other.
 *
 * @param waits false: those that somebody holds are left out
 * @returns the ids of those that are locked
 */
export const lockRefunds = (
  manager: SqlEntityManager,
  ids: string[],
  waits: boolean
): Promise<string[]> => lockWhere(manager, "id = ANY(?)", ids, waits)

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
