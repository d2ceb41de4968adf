import type { AdminCreateOrderRelease } from "../../types"
import {
  linesOf,
  shippedUnits,
  type OrderEditItem,
  type OrderToEdit,
} from "./order-edit-order"

type Order = Pick<OrderToEdit, "items" | "shipping_methods">

/** What the merchant lets go of. */
export type ReleaseForm = {
  quantities: Record<string, number>
  shipping: Record<string, boolean>
  note: string
}

/** Units that were not shipped. */
export const releasableOf = (
  item: Pick<OrderEditItem, "quantity" | "detail">
): number => Math.max(0, item.quantity - shippedUnits(item))

/** Everything, which is what the drawer opens with. */
export const everythingHeld = (order: Order): ReleaseForm => ({
  quantities: Object.fromEntries(
    linesOf(order).map((item) => [item.id, releasableOf(item)])
  ),
  shipping: Object.fromEntries(
    order.shipping_methods.map(({ id }) => [id, true])
  ),
  note: "",
})

/** Nothing yet. */
export const nothingHeld = (form: ReleaseForm): ReleaseForm => ({
  ...form,
  quantities: {},
  shipping: {},
})

/**
 * The part of a release that decides the amounts; null where nothing is chosen.
 * Everything is listed as well: the server sees for itself that it is everything.
 */
export function toReleaseRequest(
  form: Pick<ReleaseForm, "quantities" | "shipping">
): AdminCreateOrderRelease | null {
  const items = Object.entries(form.quantities)
    .filter(([, quantity]) => quantity > 0)
    .map(([item_id, quantity]) => ({ item_id, quantity }))
  const shipping = Object.entries(form.shipping)
    .filter(([, isChosen]) => isChosen)
    .map(([shipping_method_id]) => ({ shipping_method_id }))
  return items.length || shipping.length
    ? {
        ...(items.length ? { items } : {}),
        ...(shipping.length ? { shipping } : {}),
      }
    : null
}

/** The whole request, but for the plan that the merchant saw. */
export const toReleaseBody = (
  { note }: Pick<ReleaseForm, "note">,
  request: AdminCreateOrderRelease
): AdminCreateOrderRelease => ({
  ...request,
  ...(note.trim() ? { note: note.trim() } : {}),
})
