import { z } from "@medusajs/framework/zod"

/** One value, or several: `status=pending` and `status[]=pending&status[]=failed`. */
export const oneOrMore = <Value extends z.ZodType>(value: Value) =>
  z
    .union([value, z.array(value).min(1).max(100)])
    .transform((input) => (Array.isArray(input) ? input : [input]))
    .optional()
