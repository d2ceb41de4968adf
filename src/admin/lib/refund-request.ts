import type { AdminCreateOrderRefund, Restock } from "../../types"
import type { ItemEntry } from "./item-entry"
import { expectsReturn, type RefundForm } from "./refund-form"

/** A comma is what many people type for the decimal point. */
const decimal = (text: string): string => text.trim().replace(",", ".")

type ItemRequest = {
  item_id: string
  quantity?: number
  amount?: string
  restock?: Restock
}

/** The part of a request that decides the amount, and where the goods go. */
export function toPlanRequest(form: RefundForm): AdminCreateOrderRefund {
  const items = Object.entries(form.items).flatMap(itemRequest)
  const shipping = Object.entries(form.shipping)
    .filter(([, { selected }]) => selected)
    .map(([shipping_method_id, { amount }]) => ({
      shipping_method_id,
      ...(amount.trim() ? { amount: decimal(amount) } : {}),
    }))
  const { amount, description } = form.adjustment
  const payments = Object.entries(form.payments ?? {})
    .filter(([, given]) => given.trim())
    .map(([payment_id, given]) => ({ payment_id, amount: decimal(given) }))
  return {
    ...(form.everything
      ? { items: allItems(items), shipping: "all" }
      : {
          ...(items.length ? { items } : {}),
          ...(shipping.length ? { shipping } : {}),
        }),
    ...(amount.trim()
      ? {
          adjustment: {
            amount: decimal(amount),
            description: description.trim(),
          },
        }
      : {}),
    ...(payments.length ? { payments } : {}),
  }
}

function itemRequest([item_id, entry]: [string, ItemEntry]): ItemRequest[] {
  const { mode, quantity, amount, restock } = entry
  if (mode === "amount") {
    return amount.trim() ? [{ item_id, amount: decimal(amount) }] : []
  }
  const goods = restock === "none" ? {} : { restock }
  return quantity > 0 ? [{ item_id, quantity, ...goods }] : []
}

/**
 * "all" leaves every item with the customer, so goods that move are named; so is
 * then everything else that is left: units, and what was kept back of a line
 * without units. All the shipping still says that no more than the payments hold is
 * asked for.
 */
const allItems = (items: ItemRequest[]): "all" | ItemRequest[] =>
  items.some(({ restock }) => restock) ? items : "all"

/**
 * What the merchant still has to enter before there is anything to preview:
 * something to refund, or what the extra amount is for.
 */
export function missingInput({
  items,
  shipping,
  adjustment,
  outstanding,
}: AdminCreateOrderRefund): "choice" | "description" | null {
  if (!items && !shipping && !adjustment && !outstanding) {
    return "choice"
  }
  return adjustment && !adjustment.description ? "description" : null
}

/** What money was for that has moved already: the goods stay where they are. */
export const toAssignRequest = (form: RefundForm): AdminCreateOrderRefund =>
  toPlanRequest({
    ...form,
    items: Object.fromEntries(
      Object.entries(form.items).map(([id, entry]) => [
        id,
        { ...entry, restock: "none" },
      ])
    ),
  })

/** The whole request, but for the plan that the merchant saw. */
export function toRefundRequest(form: RefundForm): AdminCreateOrderRefund {
  return {
    ...toPlanRequest(form),
    ...(form.location_id && expectsReturn(form)
      ? { location_id: form.location_id }
      : {}),
    ...(form.refund_reason_id
      ? { refund_reason_id: form.refund_reason_id }
      : {}),
    ...(form.note.trim() ? { note: form.note.trim() } : {}),
    ...(form.customer_note.trim()
      ? { customer_note: form.customer_note.trim() }
      : {}),
  }
}
