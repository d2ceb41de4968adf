import type {
  Decimal,
  OrderRefundDTO,
  OrderRefundLineDTO,
  RefundTransactionDTO,
  StripeEventDTO,
} from "../../types"
import type { RefundDetails, RefundTransactionStatus } from "../../domain"

/**
 * What goes to the gateway, exactly as it is sent. Stored before the first
 * attempt: Stripe refuses a known idempotency key with other parameters.
 */
export type GatewayRefundRequest = {
  /** Amount in Stripe minor units, as a decimal integer string. */
  minor_amount: string
  /** The Stripe object to refund; null for other providers. */
  target: { payment_intent: string } | { charge: string } | null
  metadata: Record<string, string>
  /** Where Stripe asks the customer for their account, for methods that need it. */
  instructions_email?: string
}

export type RefundTransactionRecord = RefundTransactionDTO & {
  order_id: string
  order_refund_id: string
  currency_code: string
  idempotency_key: string
  request: GatewayRefundRequest
  medusa_refund_id: string
  first_attempt_at: string | null
  last_attempt_at: string | null
  booked_at: string | null
}

/** An event of Stripe, as it is put into the inbox. */
export type IncomingStripeEvent = {
  id: string
  type: string
  status: "received" | "ignored"
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

/** A dispute as Stripe last told it. */
export type PaymentDisputeRecord = {
  id: string
  order_id: string
  payment_id: string
  status: string
  reason: string
  currency_code: string
  amount: Decimal
  is_charge_refundable: boolean
  opened_at: string
}

export type OrderRefundRecord = Omit<
  OrderRefundDTO,
  "transactions" | "refund_reason" | "credit_note" | "failed_amount" | "actions"
> & {
  native_credit: Decimal
  cancel_requested_at: string | null
  refund_reason_id: string | null
  notify_customer: boolean
  plan_hash: string | null
  idempotency_key: string | null
  request_hash: string | null
  released_at: string | null
  booked_at: string | null
  transactions: RefundTransactionRecord[]
}

/** Our records of one order, with the version that a reservation must match. */
export type OrderRefundLedger = {
  version: number
  /** By payment: what it has less than its own refunds say, see `heldElsewhere`. */
  held: Record<string, Decimal>
  order_refunds: OrderRefundRecord[]
}

/** A line as it is written. */
export type NewRefundLine = Omit<OrderRefundLineDTO, "id">

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

/** New lines of an order refund, with what they add up to. */
export type NewGrant = Pick<
  OrderRefundRecord,
  "amount" | "subtotal" | "discount_total" | "tax_total"
> & { lines: NewRefundLine[] }

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
