import { model } from "@medusajs/framework/utils"

/**
 * The inbox: one row per event of Stripe, unique by its id. Only what leads to
 * the truth at Stripe is kept; the content may hold personal data and is not.
 */
export const StripeEvent = model
  .define("refunds_stripe_event", {
    id: model.text().primaryKey(),
    type: model.text(),
    status: model.enum([
      "received",
      "processing",
      "processed",
      "ignored",
      "failed",
    ]),
    api_version: model.text().nullable(),
    object_id: model.text().nullable(),
    payment_intent: model.text().nullable(),
    charge: model.text().nullable(),
    /** The idempotency key of the request that caused it: Medusa's refund row. */
    request_key: model.text().nullable(),
    /** Why it was ignored, or the last error. */
    reason: model.text().nullable(),
    attempts: model.number().default(0),
    /** Not before this moment; a worker puts it forward while it works. */
    next_attempt_at: model.dateTime(),
    processed_at: model.dateTime().nullable(),
    /** Its payment was read from Stripe after this moment. */
    read_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["created_at"] },
    { on: ["status", "next_attempt_at"] },
    { on: ["object_id"] },
    { on: ["payment_intent"] },
    { on: ["charge"] },
  ])
