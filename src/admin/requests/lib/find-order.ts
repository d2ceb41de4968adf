import { adminApi } from "../../lib/admin-api"
import { orderNumberOf } from "./order-number"

type Found = { id: string; display_id: number }

/**
 * The id of the order that a merchant means by its number or its id; null where
 * no order has this number.
 */
export async function findOrderId(typed: string): Promise<string | null> {
  const number = orderNumberOf(typed)
  if (!number) {
    return typed.trim()
  }
  // Medusa searches for parts of numbers and of e-mail addresses alike; in this
  // sequence the number itself comes before all that only contain it.
  const query = new URLSearchParams({
    q: number,
    order: "display_id",
    fields: "id,display_id",
    limit: "50",
  })
  const { data } = await adminApi<{ orders: Found[] }>(`/admin/orders?${query}`)
  const found = data.orders.find(
    ({ display_id }) => String(display_id) === number
  )
  return found?.id ?? null
}
