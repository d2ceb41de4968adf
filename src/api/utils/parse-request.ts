import type { z } from "@medusajs/framework/zod"
import type { RefundErrorCode } from "../../domain"
import { refundError } from "../../workflows/common/refund-error"
import { unstorableText } from "./unstorable-text"

/** The code for a field that has not even the right type. */
const codeOf = (field: PropertyKey | undefined): RefundErrorCode =>
  field === "amount"
    ? "invalid_amount"
    : field === "quantity"
      ? "invalid_quantity"
      : "invalid_request"

type Issue = { field: PropertyKey[]; message: string }

/**
 * A field that fits none of its types has one issue per type; the one that got
 * furthest into the input is what the caller meant.
 */
function deepest(issue: z.core.$ZodIssue, parent: PropertyKey[] = []): Issue {
  const field = [...parent, ...issue.path]
  if (issue.code !== "invalid_union") {
    return { field, message: issue.message }
  }
  return issue.errors
    .flat()
    .map((each) => deepest(each, field))
    .reduce(
      (best, each) => (each.field.length > best.field.length ? each : best),
      { field, message: issue.message }
    )
}

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
  if (!parsed.success) {
    throw invalid(parsed.error.issues.map((issue) => deepest(issue)))
  }
  refuseUnstorableText(parsed.data)
  return parsed.data
}

/**
 * Refuses text that would make the query fail.
 *
 * @throws invalid_request
 */
export function refuseUnstorableText(input: unknown): void {
  const field = unstorableText(input)
  if (field) {
    const message =
      "contains a character that cannot be stored (NUL or an unpaired surrogate)"
    throw invalid([{ field, message }])
  }
}

function invalid(found: Issue[]) {
  const issues = found.map(({ field, message }) => ({
    field: field.join("."),
    message,
  }))
  return refundError({
    code: codeOf(found[0]?.field.at(-1)),
    message: issues
      .map(({ field, message }) => `${field || "body"}: ${message}`)
      .join("; "),
    details: { field: issues[0]?.field ?? "", issues },
  })
}
