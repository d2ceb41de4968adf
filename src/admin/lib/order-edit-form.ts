import type { AdminEditOrder, OrderEditSettle } from "../../types"
import type { OrderEditItem } from "./order-edit-order"

/** Units of a variant that come to the order. */
export type AddedVariant = {
  variant_id: string
  /** What it is called in the list. */
  name: string
  quantity: number
  /** Text until the server reads it; empty for the variant's price. */
  unit_price: string
}

/** What the merchant has entered. */
export type OrderEditForm = {
  /** Only what differs from the order as it was when it was entered. */
  quantities: Record<string, number>
  additions: AddedVariant[]
  discounts: "keep" | "recompute"
  settle: OrderEditSettle
  payment_method_id: string
  refund_reason_id: string
  note: string
}

export const unchangedOrder = (): OrderEditForm => ({
  quantities: {},
  additions: [],
  discounts: "keep",
  settle: "auto",
  payment_method_id: "",
  refund_reason_id: "",
  note: "",
})

/**
 * Another quantity of a line. What equals the order is left out here and not when
 * it is sent: an edit that is sent again must be the same one, also after the
 * first send has changed the order.
 */
export function withLineQuantity(
  { quantities }: Pick<OrderEditForm, "quantities">,
  item: Pick<OrderEditItem, "id" | "quantity">,
  quantity: number
): Pick<OrderEditForm, "quantities"> {
  const { [item.id]: _, ...others } = quantities
  return {
    quantities:
      quantity === item.quantity ? others : { ...others, [item.id]: quantity },
  }
}

/** One unit more of a variant; the server takes each variant once. */
export function withVariant(
  { additions }: Pick<OrderEditForm, "additions">,
  { variant_id, name }: Pick<AddedVariant, "variant_id" | "name">
): Pick<OrderEditForm, "additions"> {
  const known = additions.some((each) => each.variant_id === variant_id)
  return {
    additions: known
      ? additions.map((each) =>
          each.variant_id === variant_id
            ? { ...each, quantity: each.quantity + 1 }
            : each
        )
      : [...additions, { variant_id, name, quantity: 1, unit_price: "" }],
  }
}

/** A changed addition, or without it. */
export const withAddition = (
  { additions }: Pick<OrderEditForm, "additions">,
  variantId: string,
  change: Partial<AddedVariant> | null
): Pick<OrderEditForm, "additions"> => ({
  additions: additions.flatMap((each) =>
    each.variant_id !== variantId
      ? [each]
      : change
        ? [{ ...each, ...change }]
        : []
  ),
})

/** A comma is what many people type for the decimal point. */
const decimal = (text: string): string => text.trim().replace(",", ".")

/** The part of an edit that decides what it does; null where nothing changes. */
export function toEditRequest(form: OrderEditForm): AdminEditOrder | null {
  const items = Object.entries(form.quantities).map(([item_id, quantity]) => ({
    item_id,
    quantity,
  }))
  const additions = form.additions
    .filter(({ quantity }) => quantity > 0)
    .map(({ variant_id, quantity, unit_price }) => ({
      variant_id,
      quantity,
      ...(unit_price.trim() ? { unit_price: decimal(unit_price) } : {}),
    }))
  return items.length || additions.length
    ? {
        ...(items.length ? { items } : {}),
        ...(additions.length ? { additions } : {}),
        discounts: form.discounts,
        settle: form.settle,
        ...(form.settle === "charge" && form.payment_method_id
          ? { payment_method_id: form.payment_method_id }
          : {}),
      }
    : null
}

/** The whole request, but for the preview that the merchant saw. */
export const toEditBody = (
  form: OrderEditForm,
  request: AdminEditOrder
): AdminEditOrder => ({
  ...request,
  ...(form.refund_reason_id ? { refund_reason_id: form.refund_reason_id } : {}),
  ...(form.note.trim() ? { note: form.note.trim() } : {}),
})
