import type { GatewayOutcome } from "./gateway-outcome"
import type { GatewayRefund } from "./match-refunds"
import { NEVER_CAPTURED, type RefundedCharge } from "./never-captured"

/** A refund as Stripe has it now, in our words. */
export type StripeRefundState = GatewayRefund & {
  outcome: Extract<GatewayOutcome, { kind: "accepted" }>
  /** Lower case. */
  currency_code: string
  payment_intent: string | null
  charge: string | null
  /** The order that the refund's metadata names. */
  metadata_order_id: string | null
  /** Null where it was not asked for, or the refund has none. */
  of_charge: RefundedCharge | null
}

/** Whether a refund gave back what was never captured, which is nothing. */
export const isNeverCaptured = ({
  outcome,
}: Pick<StripeRefundState, "outcome">): boolean =>
  outcome.failure_code === NEVER_CAPTURED
