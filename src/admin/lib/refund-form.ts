import type { AdminOrderRefundsResponse, RefundableItem } from "../../types"
import { isAboveZero } from "./format-money"
import { NO_ITEM, withQuantity, type ItemEntry } from "./item-entry"

export type ShippingEntry = { selected: boolean; amount: string }

/** What the merchant has entered. Amounts are text until the server reads them. */
export type RefundForm = {
  /** "Everything left" was asked for, and no line was changed since. */
  everything: boolean
  items: Record<string, ItemEntry>
  shipping: Record<string, ShippingEntry>
  adjustment: { amount: string; description: string }
  /** Where returned goods are expected; empty for where they were shipped from. */
  location_id: string
  refund_reason_id: string
  note: string
  customer_note: string
  /** Null: the server draws from the payments in order of capture. */
  payments: Record<string, string> | null
}

export const emptyForm = (): RefundForm => ({
  everything: false,
  items: {},
  shipping: {},
  adjustment: { amount: "", description: "" },
  location_id: "",
  refund_reason_id: "",
  note: "",
  customer_note: "",
  payments: null,
})

export const NO_SHIPPING: ShippingEntry = { selected: false, amount: "" }

/**
 * Everything that is left, entered into the form. The request then says "all",
 * which also fits an order that was partly paid by a gift card or credit.
 *
 * @param movesGoods whether what was not shipped leaves the order
 */
export function everythingLeft(
  form: RefundForm,
  { items, shipping }: Pick<AdminOrderRefundsResponse, "items" | "shipping">,
  { movesGoods }: { movesGoods: boolean }
): RefundForm {
  const entries = items
    .map((item) => ({ item, entry: allOf(item, movesGoods) }))
    .filter(
      ({ item, entry }) =>
        isAboveZero(item.refundable_amount) || entry.restock !== "none"
    )
  return {
    ...form,
    everything: true,
    items: Object.fromEntries(
      entries.map(({ item, entry }) => [item.item_id, entry])
    ),
    shipping: Object.fromEntries(
      shipping
        .filter(({ refundable_amount }) => isAboveZero(refundable_amount))
        .map(({ shipping_method_id }) => [
          shipping_method_id,
          { selected: true, amount: "" },
        ])
    ),
  }
}

/** An item without units left can still hold part of its amount. */
function allOf(item: RefundableItem, movesGoods: boolean): ItemEntry {
  const { refundable_quantity: quantity, refundable_amount: amount } = item
  if (quantity === 0) {
    return { ...NO_ITEM, mode: "amount", amount }
  }
  return movesGoods
    ? withQuantity(NO_ITEM, quantity, item)
    : { ...NO_ITEM, quantity }
}

/** Whether goods are expected back, and where is to be said. */
export const expectsReturn = ({ items }: Pick<RefundForm, "items">): boolean =>
  Object.values(items).some(({ restock }) => restock === "return")
