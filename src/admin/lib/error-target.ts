import type { AdminCreateOrderRefund, RefundErrorResponse } from "../../types"

/** The place in the form that an error is about; null is the form as a whole. */
export type ErrorTarget =
  | { kind: "item"; id: string }
  | { kind: "shipping"; id: string }
  | { kind: "adjustment_amount" }
  | { kind: "adjustment_description" }
  | { kind: "payments" }
  | { kind: "location" }
  | null

/**
 * Finds the control that an error belongs to. The server names fields by their
 * place in the request ("items.1.quantity"), the form knows ids.
 */
export function errorTarget(
  error: Pick<RefundErrorResponse, "details">,
  request: AdminCreateOrderRefund
): ErrorTarget {
  const field = String(error.details?.field ?? "")
  const [list, position] = field.split(".")
  const index = Number(position)
  if (list === "items" && Array.isArray(request.items)) {
    const item = request.items[index]
    return item ? { kind: "item", id: item.item_id } : null
  }
  if (list === "shipping" && Array.isArray(request.shipping)) {
    const method = request.shipping[index]
    return method ? { kind: "shipping", id: method.shipping_method_id } : null
  }
  if (list === "adjustment") {
    return position === "description"
      ? { kind: "adjustment_description" }
      : { kind: "adjustment_amount" }
  }
  if (list === "location_id") {
    return { kind: "location" }
  }
  return list === "payments" ? { kind: "payments" } : null
}

/** The message for one control, or undefined. */
export const messageFor = (
  target: ErrorTarget,
  message: string | undefined,
  kind: NonNullable<ErrorTarget>["kind"],
  id?: string
): string | undefined =>
  target?.kind === kind && (!("id" in target) || target.id === id)
    ? message
    : undefined
