import type { MedusaContainer } from "@medusajs/framework/types"
import { orderRowsThroughMedusa } from "./order-rows-through-medusa"
import { ORDERS_STATEMENT } from "./order-statement"
import { orThroughMedusa } from "./other-schema"
import { withTotals } from "./order-totals"
import { perConnection } from "../per-connection"
import { shareReads } from "../share-calls"

export type Row = Record<string, unknown>

/** An order in Medusa's own shape, with its totals, and its order changes. */
export type OrderRows = { order: Row; changes: Row[] }

/**
 * Reads the rows of an order: in one statement where Medusa's tables are those
 * that we know, else through Medusa, which is slower. Null if there is no order.
 */
export const readOrderRows = (
  container: MedusaContainer,
  orderId: string
): Promise<OrderRows | null> =>
  orThroughMedusa(
    container,
    `Order ${orderId} is read`,
    () => ordersOf(container)(orderId),
    () => orderRowsThroughMedusa(container, orderId)
  )

const ordersOf = perConnection((database) =>
  shareReads(async (ids: readonly string[]) => {
    const { rows } = await database.raw<OrderRows>(ORDERS_STATEMENT, { ids })
    const found = new Map(rows.map((row) => [row.order.id, row]))
    return ids.map((id) => {
      const row = found.get(id)
      return row ? { ...row, order: withTotals(row.order) } : null
    })
  })
)
