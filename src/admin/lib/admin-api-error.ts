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
