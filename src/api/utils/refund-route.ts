import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { REFUND_ERROR_CODES, type RefundErrorCode } from "../../domain"
import { refuseUnstorableText } from "./parse-request"

const STATUS: Partial<Record<RefundErrorCode, number>> = {
  order_not_found: 404,
  order_refund_not_found: 404,
  item_not_found: 404,
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
}

type ExpectedError = {
  type: string
  code: RefundErrorCode
  message: string
  details?: Record<string, unknown>
}

const CODES: readonly string[] = REFUND_ERROR_CODES

/** Errors of a workflow lose their class on the way, hence a look at the shape. */
const isExpected = (error: unknown): error is ExpectedError =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  typeof error.code === "string" &&
  CODES.includes(error.code)

type Handler<Body> = (
  req: MedusaRequest<Body>,
  res: MedusaResponse
) => Promise<void>

/**
 * Answers expected failures in Medusa's shape `{ type, code, message }` with
 * `details`. Medusa's own error handler would replace code and message of every
 * conflict, and drop the details.
 */
export const refundRoute =
  <Body>(handler: Handler<Body>): Handler<Body> =>
  async (req, res) => {
    try {
      refuseUnstorableText(req.params)
      await handler(req, res)
    } catch (error) {
      if (!isExpected(error)) {
        throw error
      }
      const { type, code, message, details } = error
      res
        .status(STATUS[code] ?? 400)
        .json({ type, code, message, ...(details ? { details } : {}) })
    }
  }
