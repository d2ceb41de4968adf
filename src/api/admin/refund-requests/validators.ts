import { z } from "@medusajs/framework/zod"
import { REFUND_REQUEST_KINDS, REFUND_REQUEST_STATUSES } from "../../../domain"
import { additionalData } from "../../utils/additional-data"
import { oneOrMore } from "../../utils/one-or-more"
import { createOrderRefundSchema } from "../orders/[id]/refunds/validators"

const text = z.string().min(1).max(255)

const ORDERS = {
  "-created_at": { display_id: "DESC" },
  created_at: { display_id: "ASC" },
  due_at: { due_at: "ASC", display_id: "ASC" },
} as const satisfies Record<string, Record<string, "ASC" | "DESC">>

/** Query of `GET /admin/refund-requests`. */
export const listRefundRequestsSchema = z.strictObject({
  order_id: oneOrMore(text),
  status: oneOrMore(z.enum(REFUND_REQUEST_STATUSES)),
  kind: oneOrMore(z.enum(REFUND_REQUEST_KINDS)),
  /** Only withdrawals: those whose money is due within so many days. */
  due_in_days: z.coerce.number().int().min(0).max(365).optional(),
  /** The number of a request or an order, or an e-mail address. */
  q: z.string().trim().max(320).optional(),
  order: z
    .enum(["-created_at", "created_at", "due_at"])
    .default("-created_at")
    .transform((by): Record<string, "ASC" | "DESC"> => ({ ...ORDERS[by] })),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

const note = z.string().trim().min(1).max(5000)

/** Body of `.../decline`: the customer reads the note. */
export const declineRefundRequestSchema = z.strictObject({
  note,
  as: z.enum(["declined", "invalid"]).optional(),
})

/** Body of `.../ask`: the question that the customer gets. */
export const askAboutRefundRequestSchema = z.strictObject({ note })

/** Body of `.../goods`. */
export const goodsOfRefundRequestSchema = z.strictObject({
  waits_for_goods: z.boolean(),
})

/** Body of `.../assign`: the order of a withdrawal that named none. */
export const assignRefundRequestSchema = z.strictObject({ order_id: text })

/** Body of `.../approve`. */
export const approveRefundRequestSchema = z.strictObject({
  request: createOrderRefundSchema
    .pick({
      items: true,
      shipping: true,
      adjustment: true,
      limit_to_payments: true,
      payments: true,
    })
    .optional(),
  note: note.nullish(),
  notify_customer: z.boolean().optional(),
  location_id: text.nullish(),
  plan_hash: z.string().max(128).nullish(),
  additional_data: additionalData,
})
