import { z } from "@medusajs/framework/zod"
import { ORDER_REFUND_STATUSES } from "../../../domain"

/** One value, or several: `status=pending` and `status[]=pending&status[]=failed`. */
const oneOrMore = <Value extends z.ZodType>(value: Value) =>
  z
    .union([value, z.array(value).min(1).max(100)])
    .transform((input) => (Array.isArray(input) ? input : [input]))
    .optional()

const text = z.string().min(1).max(255)
const date = z.iso.datetime({ offset: true }).or(z.iso.date())

const SORTABLE = ["created_at", "display_id", "status"] as const

/** Query of `GET /admin/order-refunds`. */
export const listOrderRefundsSchema = z.strictObject({
  order_id: oneOrMore(text),
  status: oneOrMore(z.enum(ORDER_REFUND_STATUSES)),
  source: oneOrMore(
    z.enum(["admin", "customer", "order_edit", "medusa", "stripe"])
  ),
  refund_reason_id: oneOrMore(text),
  created_at: z
    .strictObject({
      $gt: date.optional(),
      $gte: date.optional(),
      $lt: date.optional(),
      $lte: date.optional(),
    })
    .optional(),
  q: z.string().max(255).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  order: z
    .templateLiteral([z.enum(["", "-"]), z.enum(SORTABLE)])
    .default("-created_at"),
})

export type ListOrderRefundsQuery = z.output<typeof listOrderRefundsSchema>
