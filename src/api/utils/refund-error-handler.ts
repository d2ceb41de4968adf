import {
  errorHandler,
  type MedusaErrorHandlerFunction,
} from "@medusajs/framework/http"
import {
  asRefundError,
  refundError,
  type RefundError,
} from "../../workflows/common/refund-error"
import { completeMedusasAnswer } from "./complete-answer"

/**
 * An error handler for a store whose own routes run the workflows of this
 * package: a refusal is answered with its `code` and `details`, and an id that no
 * URL can hold with 400. Everything else as before.
 *
 * @param otherwise the store's own error handler; default: Medusa's
 * @example
 * // src/api/middlewares.ts
 * export default defineMiddlewares({ errorHandler: refundErrorHandler() })
 */
export const refundErrorHandler =
  (
    otherwise: MedusaErrorHandlerFunction = errorHandler()
  ): MedusaErrorHandlerFunction =>
  (error, req, res, next) => {
    const expected = asRefundError(error) ?? asMalformedPath(error)
    if (expected) {
      completeMedusasAnswer(res, expected)
    }
    return otherwise(expected ?? error, req, res, next)
  }

/**
 * Express fails to decode an id such as `%E0%A4%A` before any route or middleware
 * of a plugin is asked, and Medusa answers 500: only an error handler can tell.
 */
const asMalformedPath = (error: unknown): RefundError | null =>
  error instanceof URIError
    ? refundError({
        code: "invalid_request",
        message: `${error.message}: write a percent sign as %25.`,
      })
    : null
