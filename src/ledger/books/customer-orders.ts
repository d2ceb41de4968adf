import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { orThroughMedusa } from "./other-schema"

/**
 * The ids of a customer's orders, as Medusa has them now: an order can become
 * another customer's. In one plain statement, as in `readOrderCustomer`.
 */
export async function readCustomerOrders(
  container: MedusaContainer,
  customerId: string
): Promise<string[]> {
  const orders = await orThroughMedusa(
    container,
    `The orders of customer ${customerId} are read`,
    () => byStatement(container, customerId),
    () => throughMedusa(container, customerId)
  )
  return orders.map(({ id }) => id)
}

async function byStatement(
  container: MedusaContainer,
  customerId: string
): Promise<{ id: string }[]> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = (await database.raw(
    `SELECT id FROM "order" WHERE customer_id = ? AND deleted_at IS NULL`,
    [customerId]
  )) as { rows: { id: string }[] }
  return rows
}

async function throughMedusa(
  container: MedusaContainer,
  customerId: string
): Promise<{ id: string }[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id"],
      filters: { customer_id: customerId },
    })
  return data
}
