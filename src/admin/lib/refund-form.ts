import type {
  AdminCreateOrderRefund,
  AdminOrderRefundsResponse,
  RefundableItem,
} from "../../types"
import { isAboveZero } from "./format-money"

/** One item row: so many units, or an amount inside the line. */
export type ItemEntry = {
  mode: "quantity" | "amount"
  quantity: number
  amount: string
}

export type ShippingEntry = { selected: boolean; amount: string }

/** What the merchant has entered. Amounts are text until the server reads them. */
export type RefundForm = {
  /** "Everything left" was asked for, and no line was changed since. */
  everything: boolean
  items: Record<string, ItemEntry>
  shipping: Record<string, ShippingEntry>
  adjustment: { amount: string; description: string }
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
  refund_reason_id: "",
  note: "",
  customer_note: "",
  payments: null,
})

export const NO_ITEM: ItemEntry = { mode: "quantity", quantity: 0, amount: "" }
export const NO_SHIPPING: ShippingEntry = { selected: false, amount: "" }

/**
 * Everything that is left, entered into the form. The request then says "all",
 * which also fits an order that was partly paid by a gift card or credit.
 */
export function everythingLeft(
  form: RefundForm,
  { items, shipping }: Pick<AdminOrderRefundsResponse, "items" | "shipping">
): RefundForm {
  return {
    ...form,
    everything: true,
    items: Object.fromEntries(
      items
        .filter(({ refundable_amount }) => isAboveZero(refundable_amount))
        .map((item) => [item.item_id, allOf(item)])
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
const allOf = ({
  refundable_quantity,
  refundable_amount,
}: RefundableItem): ItemEntry =>
  refundable_quantity > 0
    ? { ...NO_ITEM, quantity: refundable_quantity }
    : { ...NO_ITEM, mode: "amount", amount: refundable_amount }

/** A comma is what many people type for the decimal point. */
const decimal = (text: string): string => text.trim().replace(",", ".")

type ItemRequest = { item_id: string; quantity?: number; amount?: string }

/** The part of a request that decides the amount. */
export function toPlanRequest(form: RefundForm): AdminCreateOrderRefund {
  const items = Object.entries(form.items).flatMap<ItemRequest>(
    ([item_id, entry]) => {
      if (entry.mode === "amount") {
        return entry.amount.trim()
          ? [{ item_id, amount: decimal(entry.amount) }]
          : []
      }
      return entry.quantity > 0 ? [{ item_id, quantity: entry.quantity }] : []
    }
  )
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
      ? { items: "all", shipping: "all" }
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

/**
 * What the merchant still has to enter before there is anything to preview:
 * something to refund, or what the extra amount is for.
 */
export function missingInput({
  items,
  shipping,
  adjustment,
}: AdminCreateOrderRefund): "choice" | "description" | null {
  if (!items && !shipping && !adjustment) {
    return "choice"
  }
  return adjustment && !adjustment.description ? "description" : null
}

/** The whole request, for the plan that the merchant saw. */
export function toRefundRequest(
  form: RefundForm,
  plan_hash: string
): AdminCreateOrderRefund {
  return {
    ...toPlanRequest(form),
    ...(form.refund_reason_id
      ? { refund_reason_id: form.refund_reason_id }
      : {}),
    ...(form.note.trim() ? { note: form.note.trim() } : {}),
    ...(form.customer_note.trim()
      ? { customer_note: form.customer_note.trim() }
      : {}),
    plan_hash,
  }
}
