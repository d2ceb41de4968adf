import type {
  Decimal,
  OrderRefundDTO,
  OrderRefundLineDTO,
  RefundTransactionDTO,
} from "../../types"
import type { RefundTransactionStatus } from "../../domain"

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

export type OrderRefundRecord = Omit<
  OrderRefundDTO,
  "transactions" | "refund_reason" | "credit_note"
> & {
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
  order_refunds: OrderRefundRecord[]
}

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
  lines: Omit<OrderRefundLineDTO, "id">[]
  transactions: Pick<
    RefundTransactionRecord,
    | "id"
    | "payment_id"
    | "provider_id"
    | "amount"
    | "idempotency_key"
    | "medusa_refund_id"
    | "request"
  >[]
  actor: string
}

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
  }>
  audit: AuditEntry
}
