import { MedusaError } from "@medusajs/framework/utils"
import {
  REFUND_ERROR_CODES,
  type PlanError,
  type RefundErrorCode,
} from "../../domain"

const TYPES: Partial<Record<RefundErrorCode, string>> = {
  order_not_found: MedusaError.Types.NOT_FOUND,
  order_refund_not_found: MedusaError.Types.NOT_FOUND,
  item_not_found: MedusaError.Types.NOT_FOUND,
  refund_reason_not_found: MedusaError.Types.NOT_FOUND,
  plan_changed: MedusaError.Types.CONFLICT,
  idempotency_key_reused: MedusaError.Types.CONFLICT,
  refund_in_progress: MedusaError.Types.CONFLICT,
  order_has_active_change: MedusaError.Types.CONFLICT,
  goods_not_moved: MedusaError.Types.NOT_ALLOWED,
  order_already_captured: MedusaError.Types.NOT_ALLOWED,
  stripe_declined: MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  order_canceled: MedusaError.Types.NOT_ALLOWED,
  order_not_captured: MedusaError.Types.NOT_ALLOWED,
  nothing_to_refund: MedusaError.Types.NOT_ALLOWED,
  payment_disputed: MedusaError.Types.NOT_ALLOWED,
  payment_provider_missing: MedusaError.Types.NOT_ALLOWED,
  refund_window_closed: MedusaError.Types.NOT_ALLOWED,
  refund_not_retryable: MedusaError.Types.NOT_ALLOWED,
  refund_not_cancelable: MedusaError.Types.NOT_ALLOWED,
  refund_not_assignable: MedusaError.Types.NOT_ALLOWED,
  refund_not_resolvable: MedusaError.Types.NOT_ALLOWED,
  order_not_cancelable: MedusaError.Types.NOT_ALLOWED,
  // Medusa logs the stack of an unexpected state, at every request.
  migration_missing: MedusaError.Types.NOT_ALLOWED,
}

/** A `MedusaError` with a stable code and what a program needs to know. */
export type RefundError = MedusaError & {
  code: RefundErrorCode
  details?: Record<string, unknown>
}

/**
 * Turns an expected failure into the error that workflows throw.
 *
 * @example
 * throw refundError({ code: "order_not_found", message: "order_1 does not exist." })
 */
export function refundError(error: PlanError): RefundError {
  const code = error.code as RefundErrorCode
  const type = TYPES[code] ?? MedusaError.Types.INVALID_DATA
  return Object.assign(new MedusaError(type, error.message), {
    code,
    ...(error.details ? { details: error.details } : {}),
  })
}

const CODES: readonly unknown[] = REFUND_ERROR_CODES

/**
 * The expected failure that an error is, or null. Errors of a workflow lose
 * their class on the way, hence a look at the code.
 */
export const asRefundError = (error: unknown): RefundError | null =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  CODES.includes(error.code)
    ? refundError(error as PlanError)
    : null
