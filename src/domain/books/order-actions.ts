import type { MedusaOrder } from "./medusa-order"

/** What can be done with an order and its money, besides a refund. */
export type OrderAction = "edit" | "release"

/**
 * What can be done with an order now, by its state alone. Money that is only held
 * is released: an edit would lose the authorisation.
 */
export function orderActions({
  canceled,
  archived,
  payments,
}: Pick<MedusaOrder, "canceled" | "archived" | "payments">): OrderAction[] {
  if (canceled || archived) {
    return []
  }
  const live = payments.filter(({ status }) => status !== "canceled")
  const isOnlyHeld =
    live.length > 0 && live.every(({ status }) => status === "authorized")
  return [isOnlyHeld ? "release" : "edit"]
}
