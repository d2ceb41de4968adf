import type { Metadata } from "../../domain"
import type { Reservation } from "../../modules/refunds/types"
import type { OrderRefundSource, RefundPlan, RefundRequest } from "../../types"

/** Input of `createOrderRefundWorkflow`. */
export type CreateOrderRefundInput = {
  order_id: string
  /** What to refund: items, shipping, goodwill, what is owed. */
  request: RefundRequest
  /** Where returned goods are expected. Default: where they were shipped from. */
  location_id?: string | null
  /** Of every line that names none of its own. */
  refund_reason_id?: string | null
  /**
   * Kept with the refund and shown to the merchant: text by key, as Stripe keeps it.
   * Sent to Stripe only where the option `stripe.sendMetadata` says so.
   */
  metadata?: Metadata | null
  /** For the staff. */
  note?: string | null
  /** For the customer. */
  customer_note?: string | null
  notify_customer?: boolean
  /** Refuses with `plan_changed` unless the plan is still this one. */
  plan_hash?: string | null
  /** The same key and request answer with the first refund; kept for ever. */
  idempotency_key?: string | null
  /** Default `"admin"`. */
  source?: OrderRefundSource
  /** Id of the user, for the record. */
  created_by?: string | null
  /** What the store's hooks want to know. */
  additional_data?: Record<string, unknown>
}

/** A refund that could be made at this moment, and what it would reserve. */
export type PlannedOrderRefund = {
  /** What is refunded: what was asked for, or what the `planned` hook made of it. */
  request: RefundRequest
  plan: RefundPlan
  /** Of the order's refunds that it was planned on: a later one is no ground for it. */
  version: number
  reservation: Reservation
}

/** What the first steps made, or found for a known idempotency key. */
export type ReservedOrderRefund = {
  order_refund_id: string
  order_id: string
  /** True when the key was known: nothing new happens. */
  replayed: boolean
  /** False where no unit leaves the order or is sent back. */
  moves_goods?: boolean
  /** False where no gateway has just refused its part: it took it, or is not known. */
  declined?: boolean
}

/** What came of one refund among many: it was made or found, or it was refused. */
export type RefundedOrder = { order_id: string } & (
  | { order_refund_id: string; replayed: boolean; error?: undefined }
  | {
      order_refund_id?: undefined
      /** As the HTTP API answers it; `code` is one of `docs/errors.md`, if it is ours. */
      error: { type: string; code: string | null; message: string }
    }
)

/** Names an order refund and who acts on it. */
export type OrderRefundInput = {
  order_refund_id: string
  order_id: string
  /** Id of the user, for the record. */
  user_id?: string | null
}

/** Input of `settleOrderRefundWorkflow`. */
export type SettleOrderRefundInput = OrderRefundInput & {
  /** Of the other payment: a bank transfer's number, a receipt. */
  reference: string
  note?: string | null
}

/** Input of `withdrawOrderRefundWorkflow`. */
export type WithdrawOrderRefundInput = OrderRefundInput & {
  note?: string | null
}

/** Input of `resolveOrderRefundWorkflow`. */
export type ResolveOrderRefundInput = OrderRefundInput & {
  /** Whether the provider paid the customer. */
  arrived: boolean
  /** The provider's own number of the refund. */
  reference?: string | null
  note?: string | null
}

/** Input of `assignOrderRefundWorkflow`. */
export type AssignOrderRefundInput = OrderRefundInput & {
  /** What the money was for. */
  request: Pick<RefundRequest, "items" | "shipping" | "adjustment">
}
