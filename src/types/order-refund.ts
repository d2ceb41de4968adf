import type {
  Decimal,
  PlannedLine,
  RefundPlan,
  RefundRequest,
  Restock,
} from "../domain/plan/plan-types"
import type { RefundDetails } from "../domain/gateway/refund-details"
import type { OrderRefundStatus } from "../domain/gateway/refund-transaction-status"
import type { RefundTransactionStatus } from "../domain/gateway/refund-transaction-status"

/** Who started an order refund. */
export type OrderRefundSource =
  "admin" | "customer" | "order_edit" | "medusa" | "stripe"

/** What a merchant can do next with an order refund. */
export type OrderRefundAction =
  "retry" | "settle" | "withdraw" | "cancel" | "assign" | "resolve"

/** What a refund line gives money back for. */
export type OrderRefundLineKind =
  "item" | "shipping" | "adjustment" | "outstanding" | "unallocated"

/** One part of an order refund. Amounts are decimal strings in major units. */
export type OrderRefundLineDTO = {
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
}

/** One movement of money at the gateway, for one Medusa payment. */
export type RefundTransactionDTO = RefundDetails & {
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

/** One merchant action: what was refunded, why, by whom, and how far it got. */
export type OrderRefundDTO = {
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
  /** The part that failed and that the order still owes. */
  failed_amount: Decimal
  /** What can be done now. */
  actions: OrderRefundAction[]
  refund_reason: { id: string; label: string; code: string } | null
  note: string | null
  customer_note: string | null
  created_by: string | null
  created_at: string
  lines: OrderRefundLineDTO[]
  transactions: RefundTransactionDTO[]
  credit_note: { id: string; number: string } | null
}

/** One entry of the append-only audit trail. */
export type OrderRefundEventDTO = {
  id: string
  order_refund_id: string
  refund_transaction_id: string | null
  actor: string
  action: string
  from_status: string | null
  to_status: string | null
  stripe_request_id: string | null
  details: Record<string, unknown> | null
  created_at: string
}

/** The money of one order, in major units. */
export type OrderRefundSummary = {
  currency_code: string
  captured: Decimal
  refunded: Decimal
  pending: Decimal
  reserved: Decimal
  refundable: Decimal
  /** Owed after edits, returns and claims; failed refunds are not in it. */
  owed: Decimal
  /** Owed because refunds failed: retry, settle or withdraw them. */
  failed: Decimal
}

/** A dispute of one payment. */
export type PaymentDisputeDTO = {
  id: string
  payment_id: string
  /** Stripe's word: `needs_response`, `under_review`, `won`, `lost`... */
  status: string
  reason: string
  amount: Decimal
  currency_code: string
  /** Whether Stripe lets the payment be refunded in spite of it. */
  refundable: boolean
  created_at: string
}

/** What is left of one item. */
export type RefundableItem = {
  item_id: string
  title: string
  refundable_quantity: number
  refundable_amount: Decimal
  refunded_quantity: number
  refunded_amount: Decimal
  /** Of the refundable units: not shipped yet (`restock: "cancel"`). */
  cancelable_quantity: number
  /** Of the refundable units: shipped, and not on their way back (`"return"`). */
  returnable_quantity: number
}

/** Units that were refunded, and returned or taken off the order afterwards. */
export type MovedUnits = {
  order_refund_id: string
  item_id: string
  kind: "returned" | "removed"
  quantity: number
  /** What was refunded for them: the order does not owe it once more. */
  amount: Decimal
}

/** What is left of one shipping method. */
export type RefundableShipping = {
  shipping_method_id: string
  title: string
  refundable_amount: Decimal
  refunded_amount: Decimal
}

export type { Decimal, PlannedLine, RefundPlan, RefundRequest, Restock }
