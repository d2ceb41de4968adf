import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** Every table that an edit of an order, or its preview, can write to. */
const TABLES = [
  "order_change",
  "order_change_action",
  "order_line_item",
  "order_line_item_tax_line",
  "order_line_item_adjustment",
  "order_item",
  "order_summary",
  "order_transaction",
  "refunds_order_edit",
  "reservation_item",
  "payment_collection",
  "payment_session",
  "customer",
] as const

/** How many rows each of them has, those that are marked as deleted included. */
export async function traces(
  container: MedusaContainer
): Promise<Record<string, number>> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const [row] = await database(table).count()
    counts[table] = Number(row?.count)
  }
  return counts
}
