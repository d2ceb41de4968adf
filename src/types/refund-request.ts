import type { Decimal } from "../domain/money/exact-decimal"
import type {
  RefundRequestKind,
  RefundRequestStatus,
} from "../domain/requests/request-states"
import type { RefundRequest } from "../domain/plan/plan-types"

export type { RefundRequestKind, RefundRequestStatus }

/** Why an item, or an order, cannot be asked for. `text` is for people, `code` for programs. */
export type RequestBlock = {
  code: string
  text: string
}

/** What a customer may ask for of one item. */
export type StoreRefundOption = {
  item_id: string
  title: string
  variant_title: string | null
  thumbnail: string | null
  /** Units that may be asked for now, by the shop's policy. */
  quantity: number
  /** The first moment at which it is too late; null where there is no end. */
  deadline: string | null
  resolutions: string[]
  /** What the shop keeps of the item's price, in percent. */
  restocking_fee_percent: string
  blocked: RequestBlock | null
  /** What the law lets a consumer do, whatever the policy says. */
  withdrawal: {
    quantity: number
    deadline: string | null
    blocked: RequestBlock | null
  }
}

/** Answer of `GET /store/orders/:id/refund-options`. */
export type StoreRefundOptionsResponse = {
  refund_options: {
    order_id: string
    display_id: number
    currency_code: string
    items: StoreRefundOption[]
    reasons: { id: string; label: string }[]
    /** What the shop keeps for a return, once per request. */
    return_fee: Decimal | null
    policy_text: string | null
  }
}

/** Answer of `GET /store/refund-policy`. */
export type StoreRefundPolicyResponse = {
  refund_policy: { text: string | null; version: string }
}

/** A line of a request. */
export type RefundRequestLineDTO = {
  item_id: string
  title: string
  quantity: number
  reason: { id: string; label: string } | null
}

/** What a customer sees of a request. */
export type StoreRefundRequest = {
  id: string
  display_id: number
  order_id: string | null
  kind: RefundRequestKind
  status: RefundRequestStatus
  resolution: string
  message: string | null
  /** What the shop asked back, while it waits for the answer. */
  question: string | null
  /** The shop's words with its decision. */
  decision_note: string | null
  lines: RefundRequestLineDTO[]
  /** How many pictures came with it. */
  photos: number
  order_refund_id: string | null
  /** Of a withdrawal: until when the money is due. */
  due_at: string | null
  timeline: { status: RefundRequestStatus; at: string }[]
  received_at: string
}

/** Body of `POST /store/orders/:id/refund-requests`. */
export type StoreCreateRefundRequest = {
  /** Default `"refund"`. */
  kind?: RefundRequestKind
  items: { item_id: string; quantity: number; refund_reason_id?: string }[]
  resolution?: string
  message?: string
  /** BCP 47, for the mails. Default: the order's. */
  locale?: string
  /** Of a withdrawal: the name of the person who declares it. */
  name?: string
}

/** Answer of the routes of one request. */
export type StoreRefundRequestResponse = { refund_request: StoreRefundRequest }

/** Answer of `GET /store/orders/:id/refund-requests`. */
export type StoreRefundRequestListResponse = {
  refund_requests: StoreRefundRequest[]
}

/** Body of `POST /store/refund-access`; always answered 202. */
export type StoreRefundAccess = { display_id: number | string; email: string }

/** Body of `POST /store/withdrawals`: what the law lets a shop ask for, and no more. */
export type StoreCreateWithdrawal = {
  name: string
  order_number: string
  email: string
  /** Which goods, in the customer's words. Default: the whole order. */
  parts?: string
  locale?: string
}

/** Answer of `POST /store/withdrawals` (201): the same whatever was typed. */
export type StoreWithdrawalResponse = {
  withdrawal: { received_at: string; receipt: string; receipt_sha256: string }
}

/** One entry of a request's trail. */
export type RefundRequestEventDTO = {
  actor: string
  action: string
  from_status: RefundRequestStatus | null
  to_status: RefundRequestStatus | null
  details: Record<string, unknown> | null
  created_at: string
}

/** What the staff sees of a request. */
export type RefundRequestDTO = Omit<StoreRefundRequest, "photos"> & {
  order_number: string
  customer_id: string | null
  email: string
  name: string | null
  locale: string | null
  decided_by: string | null
  decided_at: string | null
  policy_version: string | null
  waits_for_goods: boolean
  /** Whole days until the money of an open withdrawal is due; below zero it is late. */
  due_in_days: number | null
  receipt: string | null
  receipt_sha256: string | null
  photos: { id: string; mime_type: string; size: number }[]
  events: RefundRequestEventDTO[]
  created_at: string
}

/** Answer of the routes of one request in the admin. */
export type AdminRefundRequestResponse = { refund_request: RefundRequestDTO }

/** Answer of `GET /admin/refund-requests`. */
export type AdminRefundRequestListResponse = {
  refund_requests: RefundRequestDTO[]
  count: number
  offset: number
  limit: number
  /** Of the whole shop, whatever the filters say. */
  summary: { undecided: number; next_due_at: string | null }
}

/** Answer of `GET /admin/refund-requests/:id/proposal`: what approving it would refund. */
export type AdminRefundRequestProposalResponse = {
  proposal: {
    /** The body of a refund, to fill the refund's form with. */
    request: RefundRequest
    /** Units that can no longer be refunded as they were asked for. */
    changed: { item_id: string; asked: number; left: number }[]
    /** What the shop's policy keeps. */
    fees: { restocking: Decimal; return: Decimal } | null
  }
}

/** Body of `POST /admin/refund-requests/:id/approve`. */
export type AdminApproveRefundRequest = {
  /** What to refund. Default: what the proposal says. */
  request?: RefundRequest
  note?: string
  notify_customer?: boolean
  location_id?: string
  plan_hash?: string
  additional_data?: Record<string, unknown>
}

/** Body of `POST /admin/refund-requests/:id/decline`. */
export type AdminDeclineRefundRequest = {
  /** The customer reads it. */
  note: string
}
