import type { OwnRefunds } from "../../gateway/own-refunds"
import type { StripeRefundState } from "../../gateway/stripe-refund-state"
import type { TakenAmount } from "../../gateway/taken-amount"
import type { OrderSnapshot } from "../../plan/plan-types"
import type { OrderGoods } from "../goods-types"
import type { MedusaOrder } from "../medusa-order"
import type { AuditTrailEntry, OrderRefundRecord } from "../refund-records"
import type { StoredBooks } from "../stored-books"

/** What can be wrong with the books. Stable: monitors may depend on them. */
export type RefundCheckCode =
  | "stripe_refund_not_recorded"
  | "stripe_refund_recorded_twice"
  | "stripe_refund_missing"
  | "stripe_amount_differs"
  | "stripe_status_differs"
  | "refund_never_captured"
  | "stripe_refund_unclear"
  | "stripe_capture_differs"
  | "refund_row_missing"
  | "refund_row_left"
  | "refund_row_amount_differs"
  | "refund_row_not_recorded"
  | "refund_row_without_refund"
  | "collection_amount_differs"
  | "refund_transaction_missing"
  | "refund_transaction_wrong"
  | "refund_transaction_unknown"
  | "capture_transactions_differ"
  | "order_summary_differs"
  | "credit_lines_differ"
  | "credit_line_unknown"
  | "customer_owes_refund"
  | "failed_refund_not_owed"
  | "unpayable_rest"
  | "books_not_written"
  | "refund_amount_differs"
  | "refund_status_differs"
  | "reservation_stuck"
  | "refund_not_given_back"
  | "edit_unfinished"
  | "release_unfinished"
  | "audit_trail_differs"
  | "line_over_refunded"
  | "payment_over_refunded"
  | "stripe_event_failed"
  | "notice_provider_missing"
  | "notice_failed"
  | "not_checked"

/** An edit or a release, and when something was last done for it. */
export type UnfinishedWork = {
  kind: "order_edit" | "order_release"
  id: string
  touched_at: Date
}

/** Everything that is known about the money of one order, at one moment. */
export type OrderBooks = {
  order: MedusaOrder
  snapshot: OrderSnapshot
  goods: OrderGoods
  refunds: OrderRefundRecord[]
  /** Edits and releases that have not come to their end. */
  unfinished: UnfinishedWork[]
  stored: StoredBooks
  /** What Stripe says, by payment; payments that are not at Stripe are not in it. */
  stripe: ReadonlyMap<string, StripeRefundState[]>
  /** Refunds of shared payment intents that may be of this order, by payment. */
  unclear: ReadonlyMap<string, OwnRefunds["unclear"]>
  /** What Stripe took, by payment; of the same payments. */
  taken: ReadonlyMap<string, TakenAmount>
  /** By order refund. */
  trails: ReadonlyMap<string, AuditTrailEntry[]>
  now: Date
}

/** How a finding can be mended. None decides to move money. */
export type Mend =
  /** Read the payment back from Stripe. */
  | { kind: "sync"; payment_id: string }
  /** Record a refund that Medusa made through another provider. */
  | { kind: "record"; medusa_refund_id: string }
  /** Derive the status of an order refund anew, and note the present state. */
  | { kind: "restate"; order_refund_id: string }
  /** Resolve what is unknown, and compare the books with our records. */
  | { kind: "finish"; order_refund_id: string }
  /** Undo an edit or a release that came to nothing, or go on with it. */
  | { kind: "finish_edit"; order_edit_id: string }
  | { kind: "finish_release"; order_release_id: string }
  /** Compute the sums anew that Medusa stores beside its entries. */
  | { kind: "correct" }

/** What a rule says: a finding before it is known whether it was mended. */
export type Found = {
  code: RefundCheckCode
  /** `error`: an amount or a state is wrong. `warning`: somebody should look. */
  severity: "error" | "warning"
  /** Names ids and amounts. */
  message: string
  /** The id of what it is about: the same code can be found for several. */
  about: string
  /** What to do: the last sentence of the message. */
  advice: string
  /** The payment whose refunds it is about, if it is one's. */
  payment_id?: string
  /** The order refund whose record says so, if it is one's. */
  order_refund_id?: string
  /** Empty for what only a person can mend. */
  mend: Mend[]
}

export type Rule = (books: OrderBooks) => Found[]
