import type Stripe from "stripe"
import type { GatewayOutcome } from "../domain/gateway-outcome"
import type { GatewayRefund } from "../domain/match-refunds"
import { refundOutcome } from "./refund-outcome"

/** A refund as Stripe has it now, in our words. */
export type StripeRefundState = GatewayRefund & {
  outcome: Extract<GatewayOutcome, { kind: "accepted" }>
  /** Lower case. */
  currency_code: string
  payment_intent: string | null
  charge: string | null
}

export const idOf = (reference: string | { id: string } | null | undefined) =>
  typeof reference === "string" ? reference : (reference?.id ?? null)

/** Reads what we need of a refund. */
export const refundState = (refund: Stripe.Refund): StripeRefundState => ({
  id: refund.id,
  minor_amount: BigInt(refund.amount),
  currency_code: refund.currency.toLowerCase(),
  created: refund.created,
  refund_transaction_id: refund.metadata?.refund_transaction_id ?? null,
  payment_intent: idOf(refund.payment_intent),
  charge: idOf(refund.charge),
  outcome: refundOutcome(refund),
})
