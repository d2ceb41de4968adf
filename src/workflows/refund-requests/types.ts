import type { RefundRequest, RefundRequestKind } from "../../types"

/** Names a refund request and who acts on it. */
export type RefundRequestInput = {
  refund_request_id: string
  /** Id of the user, for the record. */
  user_id?: string | null
}

/** What the merchant agrees to; without it, what was asked for. */
export type ApproveRefundRequestInput = RefundRequestInput & {
  /** What to refund. Default: the units that were asked for. */
  request?: RefundRequest
  /** For the customer to read. */
  note?: string | null
  notify_customer?: boolean
  location_id?: string | null
  /** No person looked at it: the shop's policy lets it be approved by itself. */
  by_policy?: boolean
  /** Refuses with `plan_changed` unless the plan is still this one. */
  plan_hash?: string | null
  /** What the store's hooks want to know. */
  additional_data?: Record<string, unknown>
}

/** Input of a workflow that ends, or holds up, a request with a text for the customer. */
export type AnsweredRefundRequestInput = RefundRequestInput & {
  /** The customer reads it. */
  note: string
}

/** Who takes a request back, or answers the shop: the customer. */
export type CustomerRefundRequestInput = {
  refund_request_id: string
  /** The customer's words. */
  message?: string | null
}

/** Input of `createRefundRequestWorkflow`. */
export type CreateRefundRequestInput = {
  order_id: string
  kind: RefundRequestKind
  /** Units of items; of a withdrawal without any: the whole order. */
  items: {
    item_id: string
    quantity: number
    refund_reason_id?: string | null
  }[]
  /** Default `"refund"`. */
  resolution?: string
  /** The customer's words. */
  message?: string | null
  /** Of the person who withdraws. */
  name?: string | null
  /** Where the answer goes. Default: the order's address. */
  email?: string | null
  /** BCP 47. Default: the order's. */
  locale?: string | null
  /** The same key and request answer with the first one. */
  idempotency_key?: string | null
  /** What the store's hooks want to know. */
  additional_data?: Record<string, unknown>
}

/** Input of `declareWithdrawalWorkflow`: as the consumer typed it. */
export type DeclareWithdrawalInput = {
  name: string
  order_number: string
  email: string
  /** Which goods, in the consumer's words; without, the whole order. */
  parts?: string | null
  /** BCP 47. Default: the order's. */
  locale?: string | null
}

/** The request that is stored now. */
export type RecordedRefundRequest = {
  id: string
  order_id: string | null
  /** True when the key was known: nothing new happens. */
  replayed: boolean
  received_at: string
  /** Of a withdrawal. */
  receipt: string | null
  receipt_sha256: string | null
}
