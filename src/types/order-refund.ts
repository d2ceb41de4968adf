import type {
  Decimal,
  PlannedLine,
  RefundPlan,
  RefundRequest,
  Restock,
} from "../domain/plan/plan-types"
import type {
  AuditTrailEntry,
  OrderRefundLineKind,
  OrderRefundSource,
  RefundLine,
  RefundTransaction,
} from "../domain/books/refund-records"
import type { OrderAction } from "../domain/books/order-actions"
import type { Metadata } from "../domain/metadata"
import type { OrderRefundStatus } from "../domain/gateway/refund-transaction-status"

export type { Metadata, OrderAction, OrderRefundLineKind, OrderRefundSource }

/** Why something is refunded, in the store's own words. */
export type RefundReasonDTO = { id: string; label: string; code: string }

/** One part of an order refund. Amounts are decimal strings in major units. */
export type OrderRefundLineDTO = Omit<RefundLine, "refund_reason_id"> & {
  /** Its own, else the refund's. */
  refund_reason: RefundReasonDTO | null
}

/** One movement of money at the gateway, for one Medusa payment. */
export type RefundTransactionDTO = RefundTransaction

/** What a merchant can do next with an order refund. */
export type OrderRefundAction =
  "retry" | "settle" | "withdraw" | "cancel" | "assign" | "resolve"

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
  refund_reason: RefundReasonDTO | null
  /** What the caller gave along with it. */
  metadata: Metadata | null
  note: string | null
  customer_note: string | null
  created_by: string | null
  created_at: string
  lines: OrderRefundLineDTO[]
  transactions: RefundTransactionDTO[]
  credit_note: { id: string; number: string } | null
}

/** One entry of the append-only audit trail. */
export type OrderRefundEventDTO = Omit<
  AuditTrailEntry,
  "subject_id" | "request_id"
> & { order_refund_id: string; refund_transaction_id: string | null }

/** One entry of the audit trail of an edit: of itself, or of its charge. */
export type OrderEditEventDTO = Omit<
  AuditTrailEntry,
  "subject_id" | "request_id"
> & { order_edit_id: string; payment_intent_id: string | null }

/** One entry of the audit trail of a release: of itself, or of one payment. */
export type OrderReleaseEventDTO = Omit<
  AuditTrailEntry,
  "subject_id" | "request_id"
> & { order_release_id: string; order_release_payment_id: string | null }

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

/** A user of the admin, by the name that is shown. */
export type AuthorDTO = { id: string; name: string }

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
