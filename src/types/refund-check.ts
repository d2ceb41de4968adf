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
  | "not_checked"

/** One place where Stripe, Medusa's books and our records do not agree. */
export type RefundCheckFinding = {
  code: RefundCheckCode
  /** `error`: an amount or a state is wrong. `warning`: somebody should look. */
  severity: "error" | "warning"
  /** Null for an event of Stripe whose payment is not known. */
  order_id: string | null
  display_id: number | null
  /** Names ids and amounts, and what to do. */
  message: string
  /** Whether a check with `repair` can mend it, without moving money. */
  repairable: boolean
  /** Only after a repair was tried: whether it is gone now. */
  repaired?: boolean
}

/** Body of `POST /admin/refund-checks`. */
export type AdminCreateRefundCheck = {
  /** Also mend what can be mended without moving money. Default false. */
  repair?: boolean
  /** Only this order. */
  order_id?: string
  /** The `next` of the answer before: go on after it. */
  after?: string
}

/** Answer of `POST /admin/refund-checks`. */
export type AdminRefundCheckResponse = {
  refund_check: {
    /** How many orders this answer is about. */
    orders: number
    findings: RefundCheckFinding[]
    /** Send it as `after` to go on; null at the end. */
    next: string | null
  }
}
