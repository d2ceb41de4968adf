/** How Medusa names the kind of an error; its own handler answers by it. */
type ErrorType =
  | "not_found"
  | "invalid_data"
  | "not_allowed"
  | "conflict"
  | "payment_authorization_error"

type ErrorKind = {
  type: ErrorType
  /** HTTP status of the answer. */
  status: number
  /** When it happens, as `docs/errors.md` says it. */
  meaning: string
}

/**
 * Every code that a refused request can carry: what kind of error it is, its
 * status, and what it means. Codes never change.
 */
export const ERROR_TABLE = {
  order_not_found: {
    type: "not_found",
    status: 404,
    meaning: "The order does not exist.",
  },
  order_refund_not_found: {
    type: "not_found",
    status: 404,
    meaning: "The order refund does not exist.",
  },
  item_not_found: {
    type: "not_found",
    status: 404,
    meaning: "The item or shipping method is not on the order.",
  },
  refund_reason_not_found: {
    type: "not_found",
    status: 404,
    meaning: "The refund reason does not exist.",
  },
  order_canceled: {
    type: "not_allowed",
    status: 400,
    meaning: "The order is cancelled.",
  },
  order_has_active_change: {
    type: "conflict",
    status: 409,
    meaning:
      "An edit, return, claim or exchange is open. Confirm or cancel it first.",
  },
  order_not_captured: {
    type: "not_allowed",
    status: 400,
    meaning: "Nothing was captured, or an edit meets an authorised payment.",
  },
  order_already_captured: {
    type: "not_allowed",
    status: 400,
    meaning:
      "Money was captured already, so nothing can be released. Refund it instead.",
  },
  duplicate_item: {
    type: "invalid_data",
    status: 400,
    meaning: "A line or payment is in the request twice.",
  },
  invalid_quantity: {
    type: "invalid_data",
    status: 400,
    meaning:
      "Not a whole number above zero; in an edit, below `details.fulfilled_quantity`.",
  },
  quantity_exceeds_refundable: {
    type: "invalid_data",
    status: 400,
    meaning: "More units than are left; `details.refundable_quantity`.",
  },
  invalid_amount: {
    type: "invalid_data",
    status: 400,
    meaning:
      "Not an amount above zero, more than 12 digits in minor units, or chosen payments that do not add up.",
  },
  amount_not_representable: {
    type: "invalid_data",
    status: 400,
    meaning:
      "The currency cannot pay this amount, or this price of an order edit.",
  },
  amount_exceeds_line: {
    type: "invalid_data",
    status: 400,
    meaning: "More than the line has left; `details.refundable_amount`.",
  },
  amount_exceeds_payment: {
    type: "invalid_data",
    status: 400,
    meaning: "More than the payments hold; `details.largest_amount`.",
  },
  nothing_to_refund: {
    type: "not_allowed",
    status: 400,
    meaning: "Nothing of the request is left.",
  },
  payment_disputed: {
    type: "not_allowed",
    status: 400,
    meaning: "A dispute holds the money.",
  },
  payment_provider_missing: {
    type: "not_allowed",
    status: 400,
    meaning:
      "The payment's provider is not in the store any more, so nobody can be asked to move its money. `details.payment_ids`. Nothing was changed.",
  },
  payment_currency_mismatch: {
    type: "invalid_data",
    status: 400,
    meaning:
      "A payment is in another currency than the order. Give it back at the provider; the order's other payments stay refundable.",
  },
  refund_window_closed: {
    type: "not_allowed",
    status: 400,
    meaning:
      "A rule of the store refuses refunds so long after the order: its `validate` hook says so.",
  },
  refund_not_retryable: {
    type: "conflict",
    status: 409,
    meaning:
      "Nothing of the refund failed, so it cannot be retried, settled or withdrawn.",
  },
  refund_not_cancelable: {
    type: "conflict",
    status: 409,
    meaning: "Stripe cancels only what waits for the customer.",
  },
  refund_not_assignable: {
    type: "conflict",
    status: 409,
    meaning: "The refund has no money that is not assigned to lines.",
  },
  refund_not_resolvable: {
    type: "conflict",
    status: 409,
    meaning:
      "No payment provider has left the outcome of the refund open, or it can be asked.",
  },
  order_not_cancelable: {
    type: "conflict",
    status: 409,
    meaning: "Medusa would refund again what was paid another way.",
  },
  plan_changed: {
    type: "conflict",
    status: 409,
    meaning:
      "The order changed since the preview; `details` has the new one: `refund_plan`, `release_plan` or `order_edit_preview`.",
  },
  idempotency_key_reused: {
    type: "conflict",
    status: 409,
    meaning: "The key was used for another request.",
  },
  refund_in_progress: {
    type: "conflict",
    status: 409,
    meaning:
      "Another change or refund of the order is still running, or must be paid first.",
  },
  goods_not_moved: {
    type: "conflict",
    status: 409,
    meaning:
      "The goods could not be taken off the order or returned; the message says why. No money moved.",
  },
  insufficient_stock: {
    type: "invalid_data",
    status: 400,
    meaning:
      "An edit needs more goods than can be reserved; `details.available`. Nothing was changed.",
  },
  provider_declined: {
    type: "payment_authorization_error",
    status: 422,
    meaning:
      "The payment provider refused; the message has its words. No money moved.",
  },
  invalid_request: {
    type: "invalid_data",
    status: 400,
    meaning:
      "A field is unknown or of the wrong type; `details.issues` lists all. An order edit that adds or charges has neither `Idempotency-Key` nor `preview_hash`.",
  },
  refund_request_not_found: {
    type: "not_found",
    status: 404,
    meaning: "The refund request does not exist.",
  },
  request_not_allowed: {
    type: "not_allowed",
    status: 400,
    meaning:
      "The shop's policy, or what happened to the order, does not let the customer ask for this. `details.reason` and `details.item_id`.",
  },
  already_requested: {
    type: "conflict",
    status: 409,
    meaning:
      "These units were asked for already; `details.item_id`, `details.left`.",
  },
  too_many_requests: {
    type: "not_allowed",
    status: 429,
    meaning: "More often than the shop allows. Try again later.",
  },
  refund_request_decided: {
    type: "conflict",
    status: 409,
    meaning:
      "The request's state does not allow this any more; `details.status`.",
  },
  withdrawal_not_declinable: {
    type: "not_allowed",
    status: 400,
    meaning:
      "The law leaves no choice over a withdrawal. It can be invalid, with the legal ground.",
  },
  invalid_photo: {
    type: "invalid_data",
    status: 400,
    meaning:
      "Not a picture (JPEG, PNG, WebP, GIF or HEIC), too large, or too many; `details.most`.",
  },
  migration_missing: {
    type: "not_allowed",
    status: 503,
    meaning: "The plugin's migrations were not run: `npx medusa db:migrate`.",
  },
} as const satisfies Record<string, ErrorKind>

export type RefundErrorCode = keyof typeof ERROR_TABLE

/** The code of an expected failure, or null for anything else. */
export const refundErrorCode = (code: unknown): RefundErrorCode | null =>
  typeof code === "string" && Object.hasOwn(ERROR_TABLE, code)
    ? (code as RefundErrorCode)
    : null
