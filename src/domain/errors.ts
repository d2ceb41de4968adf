import type { PlanError } from "./plan/plan-types"

/** Every code that a refused request can carry. They never change. */
export const REFUND_ERROR_CODES = [
  "order_not_found",
  "order_canceled",
  "order_has_active_change",
  "order_not_captured",
  "order_already_captured",
  "item_not_found",
  "duplicate_item",
  "invalid_quantity",
  "quantity_exceeds_refundable",
  "invalid_amount",
  "amount_not_representable",
  "amount_exceeds_line",
  "amount_exceeds_payment",
  "nothing_to_refund",
  "plan_changed",
  "payment_disputed",
  "payment_provider_missing",
  "payment_currency_mismatch",
  "refund_window_closed",
  "idempotency_key_reused",
  "order_refund_not_found",
  "refund_reason_not_found",
  "refund_not_retryable",
  "refund_not_cancelable",
  "refund_not_assignable",
  "refund_not_resolvable",
  "order_not_cancelable",
  "goods_not_moved",
  "insufficient_stock",
  "stripe_declined",
  "invalid_request",
  "refund_in_progress",
  "migration_missing",
] as const

export type RefundErrorCode = (typeof REFUND_ERROR_CODES)[number]

/** An expected failure, as a value. */
export type Refusal = {
  ok: false
  error: PlanError & { code: RefundErrorCode }
}

/**
 * Makes a refusal. The message names ids and amounts and says what to do;
 * `details.field` names the field of the request that it is about.
 */
export const refuse = (
  code: RefundErrorCode,
  message: string,
  details?: Record<string, unknown>
): Refusal => ({
  ok: false,
  error: { code, message, ...(details ? { details } : {}) },
})
