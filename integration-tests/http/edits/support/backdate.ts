import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** Lets a row be two minutes old. */
export async function backdate(
  container: MedusaContainer,
  table: "order_change" | "refunds_order_edit",
  id: string
): Promise<void> {
  const then = new Date(Date.now() - 120_000)
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)(table)
    .where({ id })
    .update({ created_at: then, updated_at: then })
}
