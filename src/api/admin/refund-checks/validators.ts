import { z } from "@medusajs/framework/zod"

/** Body of `POST /admin/refund-checks`. */
export const createRefundCheckSchema = z.strictObject({
  repair: z.boolean().default(false),
  order_id: z.string().min(1).max(255).optional(),
  after: z.string().min(1).max(255).optional(),
})
