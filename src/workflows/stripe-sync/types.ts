import type { OrderRefundStatus } from "../../domain"

/** Input of `syncStripePaymentWorkflow`. */
export type SyncStripePaymentInput = {
  order_id: string
  payment_id: string
  /** Who asks, for the audit trail: `stripe`, `reconciliation`, `medusa`. */
  actor: string
  /** Also read the disputes of the payment. Default true. */
  disputes?: boolean
}

/** What a sync did to one order refund. */
export type SyncedRefund = {
  order_refund_id: string
  kind: "imported" | "changed"
  /** The status before; null for an imported one. */
  before: OrderRefundStatus | null
}

/** What a sync did, and what it could not mend. */
export type StripeSyncResult = {
  refunds: SyncedRefund[]
  /** Ids of disputes that are new or changed. */
  disputes: string[]
  /** Where Stripe, Medusa's payment and its order ledger still disagree. */
  drift: string[]
  /** Refunds of a shared payment intent of which nothing tells whose they are. */
  unclear: { stripe_refund_id: string; message: string }[]
}
