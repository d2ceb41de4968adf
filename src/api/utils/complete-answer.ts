import { isDeepStrictEqual } from "node:util"
import {
  getHttpResponseFromError,
  type MedusaResponse,
} from "@medusajs/framework/http"
import type { RefundErrorCode } from "../../domain"
import type { RefundError } from "../../workflows/common/refund-error"

const STATUS: Partial<Record<RefundErrorCode, number>> = {
  order_not_found: 404,
  order_refund_not_found: 404,
  item_not_found: 404,
  refund_reason_not_found: 404,
  order_has_active_change: 409,
  goods_not_moved: 409,
  plan_changed: 409,
  idempotency_key_reused: 409,
  refund_in_progress: 409,
  refund_not_retryable: 409,
  refund_not_cancelable: 409,
  refund_not_assignable: 409,
  refund_not_resolvable: 409,
  order_not_cancelable: 409,
  stripe_declined: 422,
  migration_missing: 503,
}

/**
 * Medusa's error handler replaces code and message of every conflict, and drops
 * the details. Where it is what answers, by itself or at the end of the store's
 * own error handler, this puts `{ type, code, message, details }` in the place
 * of its answer. What a store answers in its own words stays as it is.
 */
export function completeMedusasAnswer(
  res: MedusaResponse,
  { type, code, message, details }: RefundError
): void {
  const { body } = getHttpResponseFromError({ type, code, message })
  const answer = res.json
  res.json = (given) => {
    res.json = answer
    return isDeepStrictEqual(given, body)
      ? res
          .status(STATUS[code] ?? 400)
          .json({ type, code, message, ...(details ? { details } : {}) })
      : res.json(given)
  }
}
