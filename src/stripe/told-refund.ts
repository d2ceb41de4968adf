import type Stripe from "stripe"
import { z } from "@medusajs/framework/zod"
import type { StripeRefundState } from "../domain"
import { STRIPE_API_VERSION } from "./client"
import { refundState } from "./refund-state"

const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish()

/** What `refundState` looks at. */
const refundSchema = z.looseObject({
  object: z.literal("refund"),
  id: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  created: z.number(),
  status: z.string(),
  charge: maybe(z.string()),
  payment_intent: maybe(z.string()),
  metadata: maybe(z.record(z.string(), z.string())),
  failure_reason: maybe(z.string()),
  pending_reason: maybe(z.string()),
  destination_details: maybe(z.looseObject({ type: z.string() })),
  next_action: maybe(
    z.looseObject({
      display_details: maybe(
        z.looseObject({
          expires_at: maybe(z.number()),
          email_sent: maybe(
            z.looseObject({ email_sent_at: maybe(z.number()) })
          ),
        })
      ),
    })
  ),
})

/** Older versions leave out what newer ones tell, a bank reference for example. */
const eventSchema = z.object({
  api_version: z.literal(STRIPE_API_VERSION),
  data: z.object({ object: refundSchema }),
})

/**
 * The refund as an event tells it, if it tells all that we would read of it. Only
 * to find out whether an event brings any news: what is written is read from
 * Stripe.
 *
 * @param body of an event whose signature was verified
 */
export function toldRefund(body: Buffer): StripeRefundState | null {
  const parsed = eventSchema.safeParse(JSON.parse(body.toString("utf8")))
  return parsed.success
    ? refundState(
        parsed.data.data.object as Partial<Stripe.Refund> as Stripe.Refund
      )
    : null
}
