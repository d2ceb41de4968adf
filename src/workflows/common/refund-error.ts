import { MedusaError } from "@medusajs/framework/utils"
import {
  ERROR_TABLE,
  refundErrorCode,
  type PlanError,
  type RefundErrorCode,
} from "../../domain"

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
  return Object.assign(new MedusaError(ERROR_TABLE[code].type, error.message), {
    code,
    ...(error.details ? { details: error.details } : {}),
  })
}

/**
 * The expected failure that an error is, or null. Errors of a workflow lose
 * their class on the way, hence a look at the code.
 */
export const asRefundError = (error: unknown): RefundError | null =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  refundErrorCode(error.code)
    ? refundError(error as PlanError)
    : null
