import { z } from "@medusajs/framework/zod"
import {
  createOrderRefundSchema,
  refundedItem,
} from "../orders/[id]/refunds/validators"
import { ORDER_REFUND_STATUSES } from "../../../domain"
import { fieldsSchema } from "../../utils/choose-fields"
import { oneOrMore } from "../../utils/one-or-more"

const text = z.string().min(1).max(255)

/** In UTC: PostgreSQL knows no year 0, and no offset above 15:59. */
const date = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .transform((input) => new Date(input).toISOString())
  .refine(
    (moment) => /^(?!0000)\d{4}-/.test(moment),
    "not a year of the calendar"
  )

/** What PostgreSQL's `integer` can hold. */
const number = z.coerce.number().int().min(0).max(2_147_483_647)

/** Bounds, as in Medusa's lists: `created_at[$lt]=2026-01-01`. */
const range = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({
    $gt: value.optional(),
    $gte: value.optional(),
    $lt: value.optional(),
    $lte: value.optional(),
  })

const SORTABLE = ["created_at", "display_id", "status"] as const

/** `-created_at` is by this field, the last one first. */
const order = z
  .templateLiteral([z.enum(["", "-"]), z.enum(SORTABLE)])
  .default("-created_at")
  .transform((input) => ({
    by: input.replace(/^-/, "") as (typeof SORTABLE)[number],
    descending: input.startsWith("-"),
  }))

/** Query of `GET /admin/order-refunds`. */
export const listOrderRefundsSchema = z.strictObject({
  order_id: oneOrMore(text),
  status: oneOrMore(z.enum(ORDER_REFUND_STATUSES)),
  source: oneOrMore(
    z.enum(["admin", "customer", "order_edit", "medusa", "stripe"])
  ),
  refund_reason_id: oneOrMore(text),
  created_at: range(date).optional(),
  display_id: z
    .union([
      range(number),
      number.transform((input) => ({ $gte: input, $lte: input })),
    ])
    .optional(),
  q: z.string().max(255).optional(),
  fields: fieldsSchema,
  limit: z.coerce.number().int().min(1).max(200).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  with_count: z
    .enum(["true", "false"])
    .default("true")
    .transform((input) => input === "true"),
  order,
})

export type ListOrderRefundsQuery = z.output<typeof listOrderRefundsSchema>

const remark = z.string().trim().max(5000)

/** Body of a route that needs nothing. */
export const emptySchema = z.strictObject({})

/** Body of `POST /admin/order-refunds/:id/settle`. */
export const settleOrderRefundSchema = z.strictObject({
  reference: z.string().trim().min(1).max(255),
  note: remark.nullish(),
})

/** Body of `POST /admin/order-refunds/:id/resolve`. */
export const resolveOrderRefundSchema = z.strictObject({
  arrived: z.boolean(),
  reference: z.string().trim().max(255).nullish(),
  note: remark.nullish(),
})

/** Body of `POST /admin/order-refunds/:id/withdraw`. */
export const withdrawOrderRefundSchema = z.strictObject({
  note: remark.nullish(),
})

/** Body of `POST /admin/order-refunds/:id/assign`, and of its preview. */
export const assignOrderRefundSchema = createOrderRefundSchema
  .pick({ shipping: true, adjustment: true })
  .extend({
    // The goods stay where they are: this only says what the money was for.
    items: z
      .union([z.literal("all"), z.array(refundedItem).max(1000)])
      .optional(),
  })
