import { z } from "@medusajs/framework/zod"

/**
 * Lets a schema read a value that was picked by its kind, and reports what is wrong at
 * the very field. (A union would only say that none of its options fits.)
 */
export function passTo<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  context: z.RefinementCtx
): z.output<Schema> {
  const read = schema.safeParse(given)
  if (read.success) {
    return read.data
  }
  for (const issue of read.error.issues) {
    context.addIssue({ ...issue, path: [...issue.path] })
  }
  return z.NEVER
}
