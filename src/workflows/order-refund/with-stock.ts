import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderSnapshot, RefundRequest } from "../../domain"

type Item = { id: string; variant?: { manage_inventory?: boolean } | null }

/**
 * Notes which items the store counts, where a request moves goods: the plan
 * warns of those that it does not. One read more, so only then.
 */
export async function withStock(
  container: MedusaContainer,
  snapshot: OrderSnapshot,
  { items }: Pick<RefundRequest, "items">
): Promise<OrderSnapshot> {
  const moves =
    Array.isArray(items) &&
    items.some(({ restock }) => restock && restock !== "none")
  if (!moves) {
    return snapshot
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "items.id", "items.variant.manage_inventory"],
      filters: { id: snapshot.order_id },
    })
  const orders: Record<string, unknown>[] = data
  const [order] = orders as { items?: Item[] }[]
  const counted = new Set(
    (order?.items ?? [])
      .filter(({ variant }) => variant?.manage_inventory)
      .map(({ id }) => id)
  )
  return {
    ...snapshot,
    items: snapshot.items.map((item) => ({
      ...item,
      stock_managed: counted.has(item.id),
    })),
  }
}
