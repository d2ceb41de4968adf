import type { AdminEditOrder, RefundErrorResponse } from "../../types"
import { AdminApiError, isRefusal } from "./admin-api-error"
import type { Translate } from "./error-text"
import type { OrderEditItem } from "./order-edit-order"

/** The place in the form that an error is about; null is the form as a whole. */
export type OrderEditTarget =
  | { kind: "item"; id: string }
  | { kind: "addition"; id: string }
  | { kind: "price"; id: string }
  | { kind: "money" }
  | null

/**
 * Finds the control that an error belongs to. Too little stock is a matter of a
 * variant, which the order may have as a line already.
 */
export function orderEditTarget(
  { details }: Pick<RefundErrorResponse, "details">,
  request: AdminEditOrder,
  lines: Pick<OrderEditItem, "id" | "variant_id">[]
): OrderEditTarget {
  const [list, position, name] = String(details?.field ?? "").split(".")
  if (list === "settle" || list === "payment_method_id") {
    return { kind: "money" }
  }
  if (list === "additions") {
    const added = request.additions?.[Number(position)]
    return added
      ? {
          kind: name === "unit_price" ? "price" : "addition",
          id: added.variant_id,
        }
      : null
  }
  const asked = request.items ?? []
  const item_id =
    details?.item_id ??
    (list === "items" ? asked[Number(position)]?.item_id : undefined)
  if (typeof item_id === "string") {
    return { kind: "item", id: item_id }
  }
  return typeof details?.variant_id === "string"
    ? variantTarget(details.variant_id, request, lines)
    : null
}

function variantTarget(
  variantId: string,
  { items = [], additions = [] }: AdminEditOrder,
  lines: Pick<OrderEditItem, "id" | "variant_id">[]
): OrderEditTarget {
  if (additions.some(({ variant_id }) => variant_id === variantId)) {
    return { kind: "addition", id: variantId }
  }
  const line = lines.find(
    ({ id, variant_id }) =>
      variant_id === variantId && items.some(({ item_id }) => item_id === id)
  )
  return line ? { kind: "item", id: line.id } : null
}

/** Why there is no preview, or why the edit was not made. */
export function orderEditErrorText(
  error: Error,
  { isSent }: { isSent: boolean },
  t: Translate
): string {
  if (!isRefusal(error)) {
    return t(`refundOrderEdit.error.${isSent ? "lost" : "noPreview"}`)
  }
  const { code, details } = error.body
  switch (code) {
    case "plan_changed":
    case "order_has_active_change":
    case "order_not_captured":
      return t(`refundOrderEdit.error.${code}`)
    case "invalid_request":
      return details?.field === "items"
        ? t("refundOrderEdit.error.unchanged")
        : error.message
    case "insufficient_stock":
      return t("refundOrderEdit.error.insufficient_stock", {
        available: String(details?.available ?? "0"),
      })
    default:
      return error.message
  }
}

/** Whether the way to settle that was chosen does not fit the edit any more. */
export const isMoneyRefused = (error: Error | null): boolean =>
  error instanceof AdminApiError &&
  ["settle", "payment_method_id"].includes(
    String(error.body.details?.field ?? "")
  )
