import type { Refusal } from "../errors"
import type { GatewayOutcome } from "../gateway/gateway-outcome"
import type { Decimal } from "../money/exact-decimal"
import type {
  ItemLine,
  PlannedLine,
  RefundPlan,
  ShippingLine,
} from "../plan/plan-types"

/** A payment that is authorised and not captured: the provider only holds it. */
export type AuthorizedPayment = {
  id: string
  provider_id: string
  authorized: Decimal
  /** Default: the order's. A payment in another one cannot be shared out. */
  currency_code?: string
  /** Whether the provider lets the rest go when less is captured. */
  releases_rest: boolean
  /** The store has its payment provider no more. */
  provider_missing?: boolean
}

/** Everything the planner of releases needs to know of an order. */
export type ReleaseSnapshot = {
  order_id: string
  /** Lower case ISO 4217. */
  currency_code: string
  canceled: boolean
  has_active_change: boolean
  /** Whether something of any payment was captured already. */
  captured: boolean
  /** Whether the store lets the whole order be cancelled. */
  cancelable: boolean
  /** In the sequence of the order's items. */
  items: ItemLine[]
  shipping_methods: ShippingLine[]
  /** Oldest first. */
  payments: AuthorizedPayment[]
}

/** What to release. */
export type ReleaseRequest = {
  items?: "all" | { item_id: string; quantity: number }[]
  shipping?: "all" | { shipping_method_id: string }[]
}

/** What leaves the order, with its shares of taxes and discount. */
export type ReleasedLine = Pick<
  PlannedLine,
  | "item_id"
  | "shipping_method_id"
  | "title"
  | "quantity"
  | "unit_amount"
  | "subtotal"
  | "discount_total"
  | "tax_total"
  | "tax_lines"
  | "amount"
> & {
  kind: "item" | "shipping"
  /** Before this plan: units that were not shipped. */
  releasable_quantity: number
}

/**
 * What of a released line stayed on the order, because others shipped it before
 * the release was finished. It was not captured: it is due.
 */
export type KeptLine = Pick<
  ReleasedLine,
  "kind" | "item_id" | "shipping_method_id" | "title" | "quantity" | "amount"
>

/** Units and shipping methods of an order. */
export type OrderParts = {
  items: { item_id: string; quantity: number }[]
  shipping_method_ids: string[]
}

export type ReleasedPayment = {
  payment_id: string
  provider_id: string
  authorized: Decimal
  released: Decimal
  /** Zero cancels the authorisation. */
  capture_amount: Decimal
}

/** The answer to "what would this release do". */
export type ReleasePlan = {
  order_id: string
  currency_code: string
  /** `void` cancels the order; `capture_less` captures what is left of it. */
  kind: "void" | "capture_less"
  authorized: Decimal
  released: Decimal
  capture_amount: Decimal
  lines: ReleasedLine[]
  payments: ReleasedPayment[]
  warnings: RefundPlan["warnings"]
  hash: string
}

export type PlanRelease = (
  order: ReleaseSnapshot,
  request: ReleaseRequest
) => { ok: true; plan: ReleasePlan } | Refusal

/** What one request to capture less, or to cancel, told us. */
export type ReleaseOutcome =
  /** Carried out; what Medusa's payment should know of it. */
  | {
      kind: "accepted"
      data: Record<string, unknown>
      request_id?: string | null
    }
  | Extract<GatewayOutcome, { kind: "declined" | "unknown" }>

/**
 * `processing`: a provider's answer is not known yet, or Medusa's books have to
 * wait; `partially_failed`: some payments were captured or cancelled, the others
 * refused; `failed`: nothing happened.
 */
export const ORDER_RELEASE_STATUSES = [
  "processing",
  "succeeded",
  "partially_failed",
  "failed",
] as const
export type OrderReleaseStatus = (typeof ORDER_RELEASE_STATUSES)[number]

/** How far one payment of a release is. `undone`: it was never asked. */
export const RELEASE_PAYMENT_STATUSES = [
  "reserved",
  "submitting",
  "unknown",
  "succeeded",
  "failed",
  "undone",
] as const
export type ReleasePaymentStatus = (typeof RELEASE_PAYMENT_STATUSES)[number]
