import { z } from "@medusajs/framework/zod"

export const emailSchema = z.string().trim().min(3).max(320).includes("@")

/** Body of `POST /store/refund-access`. */
export const refundAccessSchema = z.strictObject({
  display_id: z
    .union([z.string().trim().min(1).max(32), z.number().int().min(1)])
    .transform(String),
  email: emailSchema,
})
