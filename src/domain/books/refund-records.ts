import type { RefundDetails } from "../gateway/refund-details"
import type {
  OrderRefundStatus,
  RefundTransactionStatus,
} from "../gateway/refund-transaction-status"
import type { Metadata } from "../metadata"
import type { Decimal } from "../money/exact-decimal"
import type { Restock } from "../plan/plan-types"

/** Who started an order refund. */
export const ORDER_REFUND_SOURCES = [
  "admin",
  "customer",
  "order_edit",
  "medusa",
  "stripe",
] as const
export type OrderRefundSource = (typeof ORDER_REFUND_SOURCES)[number]

/** What a refund line gives money back for. */
export const ORDER_REFUND_LINE_KINDS = [
  "item",
  "shipping",
  "adjustment",
  "outstanding",
  "unallocated",
] as const
export type OrderRefundLineKind = (typeof ORDER_REFUND_LINE_KINDS)[number]

/** One part of an order refund. Amounts are decimal strings in major units. */
export type RefundLine = {
  id: string
  kind: OrderRefundLineKind
  item_id: string | null
  shipping_method_id: string | null
  title: string
  quantity: number
  unit_amount: Decimal
  subtotal: Decimal
  discount_total: Decimal
  tax_total: Decimal
  tax_lines: { code: string; rate: Decimal; amount: Decimal }[]
  amount: Decimal
  restock: Restock
  /** Of this line alone; null: the refund's own. */
  refund_reason_id: string | null
  /** The caller's own words about it. */
  metadata: Metadata | null
}

/** One movement of money at the gateway, for one Medusa payment. */
export type RefundTransaction = RefundDetails & {
  id: string
  payment_id: string
  provider_id: string
  amount: Decimal
  status: RefundTransactionStatus
  /**
   * `other`: paid outside of every payment provider, see `reference`; `refund`:
   * another refund of the order paid it, for example Medusa's own button.
   */
  method: "gateway" | "other" | "refund"
  stripe_refund_id: string | null
  /** The payment intent, or the charge, that is refunded at Stripe. */
  stripe_payment_id: string | null
  failure_code: string | null
  failure_reason: string | null
  /** The bank's reference, once there is one. */
  reference: string | null
  fee: Decimal | null
  attempts: number
  /** When the gateway first took it: from here the customer counts days. */
  accepted_at: string | null
  /** Set when it was retried, settled another way or withdrawn: it counts no more. */
  superseded_at: string | null
  created_at: string
  updated_at: string
}

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

export type RefundTransactionRecord = RefundTransaction & {
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

/** An order refund as it is stored. */
export type OrderRefundRecord = {
  id: string
  display_id: number
  order_id: string
  order_display_id: number | null
  status: OrderRefundStatus
  source: OrderRefundSource
  currency_code: string
  amount: Decimal
  subtotal: Decimal
  discount_total: Decimal
  tax_total: Decimal
  note: string | null
  customer_note: string | null
  created_by: string | null
  created_at: string
  lines: RefundLine[]
  native_credit: Decimal
  cancel_requested_at: string | null
  refund_reason_id: string | null
  /** The caller's own words about it; see also the option `stripe.sendMetadata`. */
  metadata: Metadata | null
  notify_customer: boolean
  plan_hash: string | null
  idempotency_key: string | null
  request_hash: string | null
  revoked_at: string | null
  booked_at: string | null
  transactions: RefundTransactionRecord[]
}

/** Our records of one order, with the version that a reservation must match. */
export type OrderRecords = {
  version: number
  /** By payment: what it has less than its own refunds say, see `heldElsewhere`. */
  held: Record<string, Decimal>
  order_refunds: OrderRefundRecord[]
  disputes: PaymentDisputeRecord[]
  /** A release of authorised money that is not finished: nobody refunds meanwhile. */
  open_release_id: string | null
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

/** A line as it is written. */
export type NewRefundLine = Omit<RefundLine, "id">

/** New lines of an order refund, with what they add up to. */
export type NewGrant = Pick<
  OrderRefundRecord,
  "amount" | "subtotal" | "discount_total" | "tax_total"
> & { lines: NewRefundLine[] }

/** One entry of the append-only audit trail of a refund, an edit or a release. */
export type AuditTrailEntry = {
  id: string
  /** The refund, edit or release. */
  subject_id: string
  /** The request to a payment provider that it is about, where it is. */
  request_id: string | null
  actor: string
  action: string
  from_status: string | null
  to_status: string | null
  stripe_request_id: string | null
  details: Record<string, unknown> | null
  created_at: string
}
