import type Stripe from "stripe"
import { idOf } from "./refund-state"

/** An event is written in the second of its refund, or very soon after. */
const BEFORE_SECONDS = 2
const AFTER_SECONDS = 60

/**
 * The idempotency key of the request that made a refund. Only its event knows
 * it, and Stripe keeps events for 30 days.
 *
 * @returns null when nobody's request made it (the Dashboard), or it is too old
 */
export async function findRequestKey(
  stripe: Stripe,
  refund: { id: string; created: number }
): Promise<string | null> {
  const events = stripe.events.list({
    type: "refund.created",
    created: {
      gte: refund.created - BEFORE_SECONDS,
      lte: refund.created + AFTER_SECONDS,
    },
    limit: 100,
  })
  for await (const event of events) {
    if (idOf(event.data.object as { id: string }) === refund.id) {
      return event.request?.idempotency_key ?? null
    }
  }
  return null
}
