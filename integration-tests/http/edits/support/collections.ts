import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

export type Collection = {
  id: string
  status: string
  amount: number
  captured_amount: number | null
  payment_sessions: { id: string; amount: number }[]
}

/** The payment collections of an order, oldest first. */
export async function collectionsOf(
  container: MedusaContainer,
  orderId: string
): Promise<Collection[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "payment_collections.*",
        "payment_collections.payment_sessions.*",
      ],
      filters: { id: orderId },
    })
  const [order] = JSON.parse(JSON.stringify(data)) as {
    payment_collections: (Collection & { created_at: string })[]
  }[]
  return (order?.payment_collections ?? []).sort((a, b) =>
    a.created_at.localeCompare(b.created_at)
  )
}
