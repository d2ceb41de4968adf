import type { Decimal } from "../domain/plan/plan-types"

/** One comparison of the store with Stripe. */
export type RefundReconciliationDTO = {
  id: string
  status: "running" | "completed" | "failed"
  trigger: "schedule" | "manual"
  /** Id of the user who started it. */
  started_by: string | null
  /** What it is doing now. */
  lane: "refunds" | "unsettled" | "disputes" | "medusa" | "unknown" | null
  refunds_read: number
  payments_read: number
  imported: number
  changed: number
  resolved: number
  drift: number
  /** Refunds at Stripe that belong to no order of the store. */
  unmatched: number
  error: string | null
  started_at: string
  finished_at: string | null
}

/** What a reconciliation did, or could not mend, for one order. */
export type RefundReconciliationEntryDTO = {
  id: string
  kind: "imported" | "changed" | "resolved" | "drift"
  order_id: string
  order_display_id: number | null
  payment_id: string
  order_refund_id: string | null
  message: string
  created_at: string
}

/** A refund at Stripe that belongs to no order of the store. */
export type UnmatchedRefundDTO = {
  /** Stripe's id. */
  id: string
  /** Major units. */
  amount: Decimal
  currency_code: string
  status: string
  /** Both are null for a refund that is linked to no payment. */
  payment_intent: string | null
  charge: string | null
  created_at: string
}

/** An event of Stripe as the inbox knows it. Its content is never kept. */
export type StripeEventDTO = {
  id: string
  type: string
  status: "received" | "processing" | "processed" | "ignored" | "failed"
  object_id: string | null
  api_version: string | null
  /** Why it was ignored or failed. */
  reason: string | null
  attempts: number
  received_at: string
  processed_at: string | null
}

/** Answer of `POST /admin/refund-reconciliations` (202) and of `GET .../:id`. */
export type AdminRefundReconciliationResponse = {
  refund_reconciliation: RefundReconciliationDTO & {
    /** The newest first, at most 500. */
    entries: RefundReconciliationEntryDTO[]
    /** The newest first, at most 100 of `unmatched`. */
    unmatched_refunds: UnmatchedRefundDTO[]
  }
}

/** Answer of `GET /admin/refund-reconciliations`. */
export type AdminRefundReconciliationListResponse = {
  refund_reconciliations: RefundReconciliationDTO[]
  count: number
  offset: number
  limit: number
}

/** Answer of `GET /admin/stripe-events` (filter `status`). */
export type AdminStripeEventListResponse = {
  stripe_events: StripeEventDTO[]
  count: number
  offset: number
  limit: number
}
