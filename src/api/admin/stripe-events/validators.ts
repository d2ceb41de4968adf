import { z } from "@medusajs/framework/zod"

const status = z.enum([
  "received",
  "processing",
  "processed",
  "ignored",
  "failed",
])

/** Query of `GET /admin/stripe-events`. */
export const listStripeEventsSchema = z.strictObject({
  status: z.union([status, z.array(status)]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})
