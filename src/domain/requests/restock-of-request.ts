import type { Restock } from "../plan/plan-types"

/**
 * What happens to the goods of a request when the merchant does not say: what was
 * not shipped leaves the order, what the customer has comes back. Units of both kinds
 * cannot be told apart in one line, so they stay for the merchant to move.
 *
 * @example
 * restockOfRequest(2, { cancelable_quantity: 0, returnable_quantity: 3 }) // "return"
 */
export function restockOfRequest(
  quantity: number,
  {
    cancelable_quantity,
    returnable_quantity,
  }: { cancelable_quantity: number; returnable_quantity: number }
): Restock {
  if (quantity <= returnable_quantity) {
    return "return"
  }
  return quantity <= cancelable_quantity ? "cancel" : "none"
}
