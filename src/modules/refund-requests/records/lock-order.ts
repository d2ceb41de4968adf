import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

/** Until the transaction ends, nobody else asks for units of this order. */
export async function lockOrder(
  manager: SqlEntityManager,
  orderId: string
): Promise<void> {
  await manager.execute(
    `INSERT INTO refunds_request_order (order_id) VALUES (?)
     ON CONFLICT (order_id) DO NOTHING`,
    [orderId]
  )
  await manager.execute(
    "SELECT order_id FROM refunds_request_order WHERE order_id = ? FOR UPDATE",
    [orderId]
  )
}
