import { z } from "@medusajs/framework/zod"

/** Query of `GET /admin/refund-reconciliations`. */
export const listReconciliationsSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})
