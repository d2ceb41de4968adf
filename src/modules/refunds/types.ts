import type {
  AuditTrailEntry,
  Decimal,
  NewRefundLine,
  OrderRefundRecord,
  RefundDetails,
  RefundLine,
  RefundTransactionRecord,
  RefundTransactionStatus,
} from "../../domain"
import type { StripeEventDTO } from "../../types"

/** An event of Stripe, as it is put into the inbox. */
export type IncomingStripeEvent = {
  id: string
  type: string
  status: "received" | "processed" | "ignored"
  api_version: string | null
  object_id: string | null
  payment_intent: string | null
  charge: string | null
  request_key: string | null
  reason: string | null
}

export type StripeEventRecord = StripeEventDTO & {
  payment_intent: string | null
  charge: string | null
  /** Of one that was just claimed: when. */
  updated_at: string
}

/** What a customer's view of a refund is made of. Nothing else of it is read. */
export type CustomerRefundRecord = Pick<
  OrderRefundRecord,
  | "id"
  | "order_id"
  | "order_display_id"
  | "status"
  | "currency_code"
  | "amount"
  | "customer_note"
  | "revoked_at"
  | "created_at"
> & {
  lines: Pick<
    RefundLine,
    "kind" | "item_id" | "title" | "quantity" | "amount"
  >[]
  transactions: Pick<
    RefundTransactionRecord,
    | "id"
    | "status"
    | "method"
    | "reference"
    | "destination_type"
    | "card_refund_type"
    | "pending_reason"
    | "accepted_at"
    | "action_expires_at"
    | "superseded_at"
  >[]
  /** Its audit trail, oldest first. */
  trail: Pick<AuditTrailEntry, "request_id" | "to_status" | "created_at">[]
}

/** A transaction as it is reserved. */
export type NewTransaction = Pick<
  RefundTransactionRecord,
  | "id"
  | "payment_id"
  | "provider_id"
  | "amount"
  | "idempotency_key"
  | "medusa_refund_id"
  | "request"
>

/** What a reservation writes, in one committed transaction. */
export type Reservation = {
  order_refund: Pick<
    OrderRefundRecord,
    | "id"
    | "order_id"
    | "order_display_id"
    | "source"
    | "currency_code"
    | "amount"
    | "subtotal"
    | "discount_total"
    | "tax_total"
    | "refund_reason_id"
    | "metadata"
    | "note"
    | "customer_note"
    | "notify_customer"
    | "created_by"
    | "plan_hash"
    | "idempotency_key"
    | "request_hash"
  >
  lines: NewRefundLine[]
  transactions: NewTransaction[]
  actor: string
}

/** A refund that was made without us, as it is recorded. */
export type ImportedRefund = {
  order_refund: Reservation["order_refund"] & { native_credit: Decimal }
  lines: NewRefundLine[]
  transaction: NewTransaction &
    Pick<
      RefundTransactionRecord,
      | "status"
      | "stripe_refund_id"
      | "failure_code"
      | "failure_reason"
      | "reference"
    > &
    RefundDetails & {
      accepted_at: Date
      booked_at: Date | null
      superseded_at: Date | null
    }
  /** Whether Medusa's books say everything already. */
  books_complete: boolean
  audit: AuditEntry
}

/** A failed transaction, and the one that takes its place. */
export type Replacement = { replaces: string; transaction: NewTransaction }

/** What has an audit trail. */
export type AuditSubject =
  | { order_refund_id: string }
  | { order_edit_id: string }
  | { order_release_id: string }

/** Who changed something, and what else the trail should remember. */
export type AuditEntry = {
  actor: string
  action: string
  stripe_request_id?: string | null
  details?: Record<string, unknown> | null
}

/** A change of one transaction's state, made only from an expected state. */
export type Transition = {
  transaction_id: string
  from: readonly RefundTransactionStatus[]
  to: RefundTransactionStatus
  patch?: Partial<{
    stripe_refund_id: string | null
    failure_code: string | null
    failure_reason: string | null
    reference: string | null
    fee: Decimal | null
    attempts: number
    first_attempt_at: Date
    last_attempt_at: Date
  }> &
    Partial<RefundDetails>
  audit: AuditEntry
}
