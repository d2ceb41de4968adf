import type { StockPlan, UnitsToReserve } from "../../../ledger"
import type { EditOrderRequest } from "../types"

/** Where units can be reserved. */
export type PlannedReservations = Extract<
  StockPlan,
  { ok: true }
>["reservations"]

/** Increases first, then additions: `forLines` counts on that. */
export function unitsToReserve(
  { items, additions }: EditOrderRequest,
  lines: { id: string; variant_id: string | null; quantity: number }[]
): UnitsToReserve[] {
  const more = items.flatMap(({ item_id, quantity }) => {
    const line = lines.find(({ id }) => id === item_id)
    return line?.variant_id && quantity > line.quantity
      ? [
          {
            line_item_id: item_id,
            variant_id: line.variant_id,
            quantity: quantity - line.quantity,
          },
        ]
      : []
  })
  return [
    ...more,
    ...additions.map(({ variant_id, quantity }) => ({
      line_item_id: null,
      variant_id,
      quantity,
    })),
  ]
}

/** A new line has its id only when the change is open. */
export const forLines = (
  reservations: PlannedReservations,
  { additions }: EditOrderRequest,
  added: string[]
): PlannedReservations =>
  reservations.map((each) => ({
    ...each,
    line_item_id:
      each.line_item_id ??
      added[
        additions.findIndex(({ variant_id }) => variant_id === each.variant_id)
      ] ??
      null,
  }))
