import type Stripe from "stripe"
import type { Emit } from "../events"

/**
 * Tells of a refund that changed. Endpoints hear it twice: as `refund.updated`
 * and by its older name, which those of old versions hear alone.
 * Source: rows 073, 077, 086 and 088 of `stripe-recorded`
 */
export function refundUpdated(
  emit: Emit,
  refund: Stripe.Refund,
  previous: Record<string, unknown>
): void {
  emit("refund.updated", refund, previous)
  emit("charge.refund.updated", refund, previous)
}
