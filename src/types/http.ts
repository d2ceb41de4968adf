import type { RefundPlan, RefundRequest } from "../domain/plan/plan-types"
import type { OrderEditDTO } from "./order-edit"
import type {
  AuthorDTO,
  Metadata,
  MovedUnits,
  OrderAction,
  OrderRefundDTO,
  OrderEditEventDTO,
  OrderRefundEventDTO,
  OrderReleaseEventDTO,
  OrderRefundSummary,
  PaymentDisputeDTO,
  RefundableItem,
  RefundableShipping,
} from "./order-refund"
import type { OrderReleaseDTO } from "./order-release"

/** Body of `POST /admin/orders/:id/refunds`, and of `/refunds/preview`. */
export type AdminCreateOrderRefund = RefundRequest & {
  /**
   * Stock location where returned goods (`restock: "return"`) are expected.
   * Default: where they were shipped from.
   */
  location_id?: string
  /** Of every line that names none of its own. */
  refund_reason_id?: string
  /** Your own words about it: at most 50 keys of 40 characters, values of 500. */
  metadata?: Metadata
  note?: string
  customer_note?: string
  notify_customer?: boolean
  /** The `hash` of the plan the merchant saw: another plan is refused with `plan_changed`. */
  plan_hash?: string
  /** For the store's hooks; the plugin reads nothing of it. */
  additional_data?: Record<string, unknown>
}

/** Answer of `POST /admin/orders/:id/refunds/preview`. */
export type AdminRefundPlanResponse = { refund_plan: RefundPlan }

/** Answer of `POST /admin/orders/:id/refunds` (200 or 202). */
export type AdminOrderRefundResponse = { order_refund: OrderRefundDTO }

/** Answer of `GET /admin/order-refunds/:id`. */
export type AdminOrderRefundDetailResponse = {
  order_refund: OrderRefundDTO & { audit_trail: OrderRefundEventDTO[] }
}

/** Answer of `GET /admin/orders/:id/refunds`. `blocked` says why no refund can be made now. */
export type AdminOrderRefundsResponse = {
  order_refunds: OrderRefundDTO[]
  summary: OrderRefundSummary
  items: RefundableItem[]
  shipping: RefundableShipping[]
  /** Refunded units that moved later, in Medusa's own screens. */
  moved_units: MovedUnits[]
  payments: {
    payment_id: string
    provider_id: string
    /** A payment in another currency than the order's is not refundable here. */
    currency_code: string
    captured: string
    refundable_amount: string
    refundable: boolean
    /** Why it cannot be refunded now. */
    blocked: { code: string; message: string } | null
    /** The dispute that blocks it, else the latest one. */
    dispute: PaymentDisputeDTO | null
  }[]
  blocked: { code: string; message: string } | null
  /** Link to the payment in the Stripe Dashboard is built from these by the widget. */
  livemode: boolean | null
  /** A refund of what the order owes, planned; null where it owes nothing. */
  outstanding: OutstandingPlan | null
  /** The newest 100, as `GET /admin/orders/:id/edits` has them. */
  order_edits: OrderEditDTO[]
  /** The newest 100, as `GET /admin/orders/:id/release` has them. */
  order_releases: OrderReleaseDTO[]
  /** What else can be done with the order now. */
  order_actions: OrderAction[]
  /** Who made these refunds, edits and releases, where the caller may read users. */
  authors: AuthorDTO[]
}

/**
 * What the preview of `{ "outstanding": true }` answers: a plan, or a refusal; or
 * neither, where a rule of the store broke.
 */
export type OutstandingPlan = {
  refund_plan: RefundPlan | null
  refusal: RefundErrorResponse | null
}

/** Query of `GET /admin/order-refunds`. */
export type AdminOrderRefundListParams = {
  order_id?: string | string[]
  status?: string | string[]
  source?: string | string[]
  refund_reason_id?: string | string[]
  created_at?: { $gte?: string; $lte?: string; $gt?: string; $lt?: string }
  /** `{ $lt: 1234 }` with `order: "-display_id"` goes on after refund 1234. */
  display_id?:
    number | { $gte?: number; $lte?: number; $gt?: number; $lt?: number }
  /** A number on the screen, an id (also Stripe's), or words of the note. */
  q?: string
  /** As Medusa reads it: `amount,status`, `-lines`, `+order.customer.email`. */
  fields?: string
  limit?: number
  offset?: number
  order?: string
  /** Default true. */
  with_count?: boolean
}

/** Answer of `GET /admin/order-refunds`. */
export type AdminOrderRefundListResponse = {
  order_refunds: OrderRefundDTO[]
  /** Left out where the query says `with_count=false`. */
  count?: number
  offset: number
  limit: number
}

/** Answer of `GET /admin/orders/:id/edits`, newest first. */
export type AdminOrderEditListResponse = {
  order_edits: OrderEditDTO[]
  count: number
  offset: number
  limit: number
}

/** Answer of `GET /admin/orders/:id/edits/:edit_id`. */
export type AdminOrderEditDetailResponse = {
  order_edit: OrderEditDTO & { audit_trail: OrderEditEventDTO[] }
}

/** Answer of `GET /admin/orders/:id/release/:release_id`. */
export type AdminOrderReleaseDetailResponse = {
  order_release: OrderReleaseDTO & { audit_trail: OrderReleaseEventDTO[] }
}

/** Answer of `GET /admin/orders/:id/release`, newest first. */
export type AdminOrderReleaseListResponse = {
  order_releases: OrderReleaseDTO[]
  count: number
  offset: number
  limit: number
}

/** Body of `POST /admin/order-refunds/:id/settle`: the money was paid another way. */
export type AdminSettleOrderRefund = {
  /** Of the other payment: a bank transfer's number, a receipt. */
  reference: string
  note?: string
}

/** Body of `POST /admin/order-refunds/:id/resolve`. */
export type AdminResolveOrderRefund = {
  /** Whether the payment provider paid the customer. */
  arrived: boolean
  /** The provider's own number of the refund. */
  reference?: string
  note?: string
}

/** Body of `POST /admin/order-refunds/:id/withdraw`. */
export type AdminWithdrawOrderRefund = { note?: string }

/** Body of `POST /admin/order-refunds/:id/assign` and of `/assign/preview`. */
export type AdminAssignOrderRefund = Pick<
  RefundRequest,
  "items" | "shipping" | "adjustment"
>

/** Body of every refused request. */
export type RefundErrorResponse = {
  type: string
  code: string
  message: string
  details?: Record<string, unknown>
}
