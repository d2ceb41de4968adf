import type { OrderItem } from "../hooks/use-order-lines"
import type { RefundForm } from "./refund-form"

/**
 * The stock locations that can take back what the form expects back: each has an
 * inventory level of every counted article, as the server asks for. One that is
 * chosen already stays, so that the server's refusal stands beside it.
 */
export function returnLocations<Location extends { id: string }>(
  locations: Location[],
  items: Pick<OrderItem, "id" | "variant">[],
  form: Pick<RefundForm, "items" | "location_id">
): Location[] {
  const parts = items
    .filter(({ id }) => form.items[id]?.restock === "return")
    .filter(({ variant }) => variant?.manage_inventory)
    .flatMap(({ variant }) => variant?.inventory_items ?? [])
    .map((part) =>
      (part.inventory?.location_levels ?? []).map(
        ({ location_id }) => location_id
      )
    )
  return locations.filter(
    ({ id }) =>
      id === form.location_id || parts.every((stocked) => stocked.includes(id))
  )
}
