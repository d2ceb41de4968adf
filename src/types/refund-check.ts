import type { RefundCheckCode } from "../domain/books/findings/types"

export type { RefundCheckCode }

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
