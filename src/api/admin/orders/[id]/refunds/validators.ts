import { z } from "@medusajs/framework/zod"
import { metadata } from "../../../../utils/metadata"
import { additionalData } from "../../../../utils/additional-data"

const id = z.string().min(1).max(255)
/** Whether the currency can pay it is the planner's to say. */
const amount = z.union([z.number(), z.string().max(64)])
const restock = z.enum(["none", "cancel", "return"]).optional()
/** What a line says beside its amount. */
const aboutLine = { refund_reason_id: id.nullish(), metadata }

/** Units of a line, or an amount inside it. */
export const refundedItem = z.strictObject({
  item_id: id,
  quantity: z.number().optional(),
  amount: amount.optional(),
  ...aboutLine,
})

const item = refundedItem.extend({ restock })

const shipping = z.strictObject({
  shipping_method_id: id,
  amount: amount.optional(),
  ...aboutLine,
})

/** Body of `POST /admin/orders/:id/refunds` and of its preview. */
export const createOrderRefundSchema = z.strictObject({
  items: z.union([z.literal("all"), z.array(item).max(1000)]).optional(),
  shipping: z.union([z.literal("all"), z.array(shipping).max(100)]).optional(),
  adjustment: z
    .strictObject({
      amount,
      description: z.string().trim().min(1).max(500),
      ...aboutLine,
    })
    .optional(),
  outstanding: z.literal(true).optional(),
  limit_to_payments: z.boolean().optional(),
  payments: z
    .array(z.strictObject({ payment_id: id, amount }))
    .max(100)
    .optional(),
  location_id: id.nullish(),
  refund_reason_id: id.nullish(),
  metadata,
  note: z.string().max(5000).nullish(),
  customer_note: z.string().max(5000).nullish(),
  notify_customer: z.boolean().optional(),
  plan_hash: z.string().max(128).nullish(),
  additional_data: additionalData,
})

export type CreateOrderRefundBody = z.output<typeof createOrderRefundSchema>

/** Splits a body into what the planner reads and the rest. */
export function splitBody(body: CreateOrderRefundBody) {
  const {
    location_id,
    refund_reason_id,
    metadata,
    note,
    customer_note,
    notify_customer,
    plan_hash,
    additional_data,
    ...request
  } = body
  return {
    request,
    about: {
      location_id,
      refund_reason_id,
      metadata,
      note,
      customer_note,
      notify_customer,
      plan_hash,
      additional_data: additional_data ?? undefined,
    },
  }
}
