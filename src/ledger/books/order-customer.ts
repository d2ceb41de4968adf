import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { orThroughMedusa } from "./other-schema"

type Customer = { customer_id: string | null }

/**
 * The customer who placed an order; null for a guest's order, and where there is
 * no order. In one plain statement, as orders are read (docs/adr/0009): it is all
 * that a customer's look at an order that did not change costs.
 */
export async function readOrderCustomer(
  container: MedusaContainer,
  orderId: string
): Promise<string | null> {
  const [order] = await orThroughMedusa(
    container,
    `The customer of order ${orderId} is read`,
    () => byStatement(container, orderId),
    () => throughMedusa(container, orderId)
  )
  return order?.customer_id ?? null
}

async function byStatement(
  container: MedusaContainer,
  orderId: string
): Promise<Customer[]> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = (await database.raw(
    `SELECT customer_id FROM "order" WHERE id = ? AND deleted_at IS NULL`,
    [orderId]
  )) as { rows: Customer[] }
  return rows
}

async function throughMedusa(
  container: MedusaContainer,
  orderId: string
): Promise<Customer[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "customer_id"],
      filters: { id: orderId },
    })
  return data as Customer[]
}
