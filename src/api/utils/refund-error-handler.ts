import {
  errorHandler,
  type MedusaErrorHandlerFunction,
} from "@medusajs/framework/http"
import { asRefundError } from "../../workflows/order-refund/lib/refund-error"
import { completeMedusasAnswer } from "./complete-answer"

/**
 * An error handler for a store whose own routes run the workflows of this
 * package: a refusal is answered with its `code` and `details`, everything else
 * as before.
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
    const expected = asRefundError(error)
    if (expected) {
      completeMedusasAnswer(res, expected)
    }
    return otherwise(expected ?? error, req, res, next)
  }
