import { z } from "@medusajs/framework/zod"
import { additionalData } from "../../../../utils/additional-data"

const id = z.string().min(1).max(255)

const item = z.strictObject({ item_id: id, quantity: z.number() })
const shipping = z.strictObject({ shipping_method_id: id })

/** Body of `POST /admin/orders/:id/release` and of its preview. */
export const createOrderReleaseSchema = z.strictObject({
  items: z.union([z.literal("all"), z.array(item).max(1000)]).optional(),
  shipping: z.union([z.literal("all"), z.array(shipping).max(100)]).optional(),
  note: z.string().max(5000).nullish(),
  plan_hash: z.string().max(128).nullish(),
  additional_data: additionalData,
})
