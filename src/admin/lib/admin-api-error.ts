import type { RefundErrorResponse } from "../../types"

/** A refused request, with the stable code and the field it is about. */
export class AdminApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: RefundErrorResponse
  ) {
    super(body.message)
  }
}

/**
 * Whether the server refused in words that a person can act on. A broken
 * connection or a broken server has none.
 */
export const isRefusal = (error: unknown): error is AdminApiError =>
  error instanceof AdminApiError &&
  (error.status < 500 || error.body.code === "migration_missing")
