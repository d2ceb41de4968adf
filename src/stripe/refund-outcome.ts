import type Stripe from "stripe"
import type { GatewayOutcome } from "../domain"

import { bankReference, refundDetails } from "./refund-details"

type Accepted = Extract<GatewayOutcome, { kind: "accepted" }>

const STATUSES: readonly string[] = [
  "pending",
  "requires_action",
  "succeeded",
  "failed",
  "canceled",
] satisfies Accepted["status"][]

const isKnownStatus = (status: string | null): status is Accepted["status"] =>
  status !== null && STATUSES.includes(status)

/**
 * What a Stripe refund says, in our words. A status that this version does not
 * know (Stripe's enums are open) is treated as still on its way.
 */
export function refundOutcome(
  refund: Stripe.Refund,
  requestId?: string | null
): Accepted {
  return {
    kind: "accepted",
    status: isKnownStatus(refund.status) ? refund.status : "pending",
    stripe_refund_id: refund.id,
    failure_code: refund.failure_reason ?? null,
    failure_reason: refund.failure_reason ?? null,
    reference: bankReference(refund),
    details: refundDetails(refund),
    request_id: requestId ?? null,
  }
}
