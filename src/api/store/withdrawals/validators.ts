import { z } from "@medusajs/framework/zod"
import { localeSchema } from "../orders/[id]/refund-requests/validators"
import { emailSchema } from "../refund-access/validators"

/** Body of `POST /store/withdrawals`: the law lets a shop ask for no more. */
export const withdrawalSchema = z.strictObject({
  name: z.string().trim().min(1).max(255),
  order_number: z
    .union([z.string().trim().min(1).max(64), z.number().int().min(0)])
    .transform(String),
  email: emailSchema,
  parts: z.string().trim().max(2000).nullish(),
  locale: localeSchema.nullish(),
})
