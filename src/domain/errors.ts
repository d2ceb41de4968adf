import type { RefundErrorCode } from "./error-table"
import type { PlanError } from "./plan/plan-types"

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
