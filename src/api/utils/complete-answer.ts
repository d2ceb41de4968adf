import { isDeepStrictEqual } from "node:util"
import {
  getHttpResponseFromError,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ERROR_TABLE } from "../../domain"
import type { RefundError } from "../../workflows/common/refund-error"

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
          .status(ERROR_TABLE[code].status)
          .json({ type, code, message, ...(details ? { details } : {}) })
      : res.json(given)
  }
}
