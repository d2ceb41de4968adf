import { blockText } from "./policy-block"
import type {
  ItemRefundOptions,
  OrderRefundOptions,
} from "./refund-options-types"

/** `refund`: by the shop's policy. `withdrawal`: by law. */
export type PolicyRequestKind = "refund" | "withdrawal"

/** Units of an item that somebody asks for. */
export type RequestLine = { item_id: string; quantity: number }

/** Why a request cannot be taken, as a value; codes are those of the error table. */
export type RequestRefusal = {
  ok: false
  error: {
    code:
      | "nothing_to_refund"
      | "item_not_found"
      | "duplicate_item"
      | "invalid_quantity"
      | "quantity_exceeds_refundable"
      | "request_not_allowed"
      | "already_requested"
    message: string
    details: {
      item_id?: string
      /** The code of what blocks the item. */
      reason?: string
      /** Units that could be asked for. */
      refundable_quantity?: number
    }
  }
}

/**
 * Checks what somebody asks for against what may be asked for. The first line that
 * cannot be taken refuses the whole request.
 *
 * @example
 * allowedRequest(options, [{ item_id: "mug", quantity: 3 }], "refund")
 * // { ok: false, error: { code: "quantity_exceeds_refundable", ... } }
 */
export function allowedRequest(
  { order_id, items }: OrderRefundOptions,
  lines: readonly RequestLine[],
  kind: PolicyRequestKind
): { ok: true } | RequestRefusal {
  if (!lines.length) {
    return refuseRequest("nothing_to_refund", "The request names no item.", {})
  }
  const seen = new Set<string>()
  for (const line of lines) {
    const { item_id } = line
    if (seen.has(item_id)) {
      return refuseRequest("duplicate_item", `${item_id} is there twice.`, {
        item_id,
      })
    }
    seen.add(item_id)
    const item = items.find((each) => each.item_id === item_id)
    const refusal = item
      ? refusalOfLine(line, item[kind])
      : refuseRequest("item_not_found", `${item_id} is not on ${order_id}.`, {
          item_id,
        })
    if (refusal) {
      return refusal
    }
  }
  return { ok: true }
}

function refusalOfLine(
  { item_id, quantity }: RequestLine,
  allowed: ItemRefundOptions[PolicyRequestKind]
): RequestRefusal | null {
  if (!Number.isSafeInteger(quantity) || quantity < 1) {
    return refuseRequest(
      "invalid_quantity",
      `${item_id}: the quantity must be a whole number above zero.`,
      { item_id }
    )
  }
  if (allowed.blocked) {
    const reason = allowed.blocked.code
    return refuseRequest(
      reason === "already_requested" ? reason : "request_not_allowed",
      `${item_id}: ${blockText(allowed.blocked)}`,
      { item_id, reason, refundable_quantity: 0 }
    )
  }
  return quantity > allowed.quantity
    ? refuseRequest(
        "quantity_exceeds_refundable",
        `${item_id}: only ${allowed.quantity} can be asked for.`,
        { item_id, refundable_quantity: allowed.quantity }
      )
    : null
}

const refuseRequest = (
  code: RequestRefusal["error"]["code"],
  message: string,
  details: RequestRefusal["error"]["details"]
): RequestRefusal => ({ ok: false, error: { code, message, details } })
