import type { z } from "@medusajs/framework/zod"
import type { RefundErrorCode } from "../../domain"
import { refundError } from "../../workflows/order-refund/lib/refund-error"

/** The code for a field that has not even the right type. */
const codeOf = (field: PropertyKey | undefined): RefundErrorCode =>
  field === "amount"
    ? "invalid_amount"
    : field === "quantity"
      ? "invalid_quantity"
      : "invalid_request"

/**
 * Reads a body or a query by its schema.
 *
 * @throws invalid_request, invalid_amount or invalid_quantity; `details.field`
 *   names the first bad field, `details.issues` all of them
 */
export function parseRequest<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown
): z.output<Schema> {
  const parsed = schema.safeParse(input ?? {})
  if (parsed.success) {
    return parsed.data
  }
  const issues = parsed.error.issues.map(({ path, message }) => ({
    field: path.join("."),
    message,
  }))
  throw refundError({
    code: codeOf(parsed.error.issues[0]?.path.at(-1)),
    message: issues
      .map(({ field, message }) => `${field || "body"}: ${message}`)
      .join("; "),
    details: { field: issues[0]?.field ?? "", issues },
  })
}
