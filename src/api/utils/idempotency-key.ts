import type { MedusaRequest } from "@medusajs/framework/http"
import { refundError } from "../../workflows/common/refund-error"

/**
 * The request's `Idempotency-Key`, or null.
 *
 * @throws invalid_request when it is blank or longer than what is stored
 */
export function idempotencyKey(req: MedusaRequest): string | null {
  const key = req.get("Idempotency-Key")
  if (key !== undefined && (!key.trim() || key.length > 255)) {
    throw refundError({
      code: "invalid_request",
      message: "The Idempotency-Key must have 1 to 255 characters.",
      details: { field: "Idempotency-Key" },
    })
  }
  return key ?? null
}
