import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { OPEN_REQUEST_STATUSES } from "../../../domain"
import type { RunStatement } from "../database"

/** Units of an item that are asked for, and those of them that were withdrawn from. */
export type OpenUnits = { requested: number; withdrawn: number }

/**
 * Units of each item of an order that open requests want and no refund has yet:
 * once a request has its refund, the refund itself takes the units.
 */
export async function openUnitsOf(
  run: RunStatement,
  orderId: string
): Promise<Record<string, OpenUnits>> {
  const found = await run(
    `SELECT line.item_id, sum(line.quantity) AS requested,
         coalesce(sum(line.quantity) FILTER (WHERE request.kind = 'withdrawal'), 0) AS withdrawn
       FROM refunds_request request
       JOIN refunds_request_line line ON line.refund_request_id = request.id
       WHERE request.order_id = ? AND request.order_refund_id IS NULL
         AND request.status IN (${OPEN_REQUEST_STATUSES.map(() => "?").join(", ")})
         AND request.deleted_at IS NULL AND line.deleted_at IS NULL
       GROUP BY line.item_id`,
    [orderId, ...OPEN_REQUEST_STATUSES]
  )
  return Object.fromEntries(
    found.map(({ item_id, requested, withdrawn }) => [
      String(item_id),
      { requested: Number(requested), withdrawn: Number(withdrawn) },
    ])
  )
}

/** How many requests an order has that were received after a moment. */
export async function requestsSince(
  manager: SqlEntityManager,
  orderId: string,
  since: Date
): Promise<number> {
  const [row]: { count: string }[] = await manager.execute(
    `SELECT count(*) FROM refunds_request
     WHERE order_id = ? AND created_at > ? AND deleted_at IS NULL`,
    [orderId, since]
  )
  return Number(row?.count ?? 0)
}
