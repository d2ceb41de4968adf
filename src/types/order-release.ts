import type { Decimal } from "../domain/plan/plan-types"
import type {
  KeptLine,
  OrderReleaseStatus,
  ReleasedLine,
  ReleasePaymentStatus,
  ReleasePlan,
  ReleaseRequest,
} from "../domain/release/release-types"

export type { OrderReleaseStatus, ReleasePaymentStatus }

/** What a release does to one authorised payment. */
export type OrderReleasePaymentDTO = {
  id: string
  payment_id: string
  provider_id: string
  action: "capture" | "cancel"
  authorized: Decimal
  released: Decimal
  capture_amount: Decimal
  status: ReleasePaymentStatus
  failure_code: string | null
  failure_reason: string | null
  attempts: number
}

/** Authorised money that was let go instead of captured. */
export type OrderReleaseDTO = {
  id: string
  order_id: string
  kind: ReleasePlan["kind"]
  status: OrderReleaseStatus
  currency_code: string
  authorized: Decimal
  released: Decimal
  capture_amount: Decimal
  lines: ReleasedLine[]
  /**
   * Of these lines, what others shipped before the release was finished: it stays
   * on the order, was not captured, and is due.
   */
  kept_lines: KeptLine[]
  payments: OrderReleasePaymentDTO[]
  note: string | null
  created_by: string | null
  created_at: string
  /** When Medusa's books said everything; null while something has to wait. */
  booked_at: string | null
}

/** Body of `POST /admin/orders/:id/release` and of its preview. */
export type AdminCreateOrderRelease = ReleaseRequest & {
  note?: string | null
  plan_hash?: string | null
  /** For the store's hooks; the plugin reads nothing of it. */
  additional_data?: Record<string, unknown>
}

export type AdminReleasePlanResponse = { release_plan: ReleasePlan }
export type AdminOrderReleaseResponse = { order_release: OrderReleaseDTO }
