import type { ReleasePlan, ReleaseRequest } from "../../domain"
import type { NewOrderRelease } from "../../modules/refunds/order-release-record"

/** Input of `createOrderReleaseWorkflow`. */
export type CreateOrderReleaseInput = {
  order_id: string
  /** What to release: units that were not shipped, and shipping methods. */
  request: ReleaseRequest
  /** For the staff. */
  note?: string | null
  /** Refuses with `plan_changed` unless the plan is still this one. */
  plan_hash?: string | null
  /** The same key and request answer with the first release; kept for ever. */
  idempotency_key?: string | null
  /** Id of the user, for the record. */
  created_by?: string | null
  /** What the store's hooks want to know. */
  additional_data?: Record<string, unknown>
}

/** A release that could be made at this moment, and what it would write. */
export type PlannedOrderRelease = {
  /** What is released: what was asked for, or what the `planned` hook made of it. */
  request: ReleaseRequest
  plan: ReleasePlan
  /** Of the order's records that it was planned on. */
  version: number
  release: NewOrderRelease
}

/** What the first step made, or found for a known idempotency key. */
export type ReservedOrderRelease = {
  order_release_id: string
  order_id: string
  /** True when the key was known: nothing new happens. */
  replayed: boolean
}
