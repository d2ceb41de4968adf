import type { Decimal } from "../../domain"
import type { OrderReleaseDTO, OrderReleasePaymentDTO } from "../../types"

/** What goes to the gateway, exactly as it is sent. */
export type GatewayReleaseRequest = {
  /** The payment intent at Stripe; null for other providers. */
  payment_intent: string | null
  /** Stripe minor units, a decimal integer string; null cancels. */
  minor_amount: string | null
}

export type ReleasePaymentRecord = OrderReleasePaymentDTO & {
  order_release_id: string
  medusa_amount: Decimal
  idempotency_key: string
  request: GatewayReleaseRequest
  first_attempt_at: string | null
}

/** A payment collection's amount before a release, and with it. */
export type ReleasedCollection = { id: string; before: Decimal; after: Decimal }

export type OrderReleaseRecord = Omit<OrderReleaseDTO, "payments"> & {
  rounding: Decimal
  collections: ReleasedCollection[]
  plan_hash: string
  idempotency_key: string | null
  request_hash: string
  payments: ReleasePaymentRecord[]
}

/** What a reservation writes, in one committed transaction. */
export type NewOrderRelease = Omit<
  OrderReleaseRecord,
  "status" | "kept_lines" | "payments" | "created_at" | "booked_at"
> & {
  payments: Omit<
    ReleasePaymentRecord,
    | "order_release_id"
    | "status"
    | "failure_code"
    | "failure_reason"
    | "attempts"
    | "first_attempt_at"
  >[]
}

type Row = Record<string, unknown>

/** The column `lines`: what was to leave the order, and what of it could not. */
export type StoredLines = {
  lines: OrderReleaseRecord["lines"]
  /** Known once the release is finished. */
  kept?: OrderReleaseRecord["kept_lines"]
}

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value)

const date = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : new Date(value as string | Date).toISOString()

/** Turns a row of `refunds_order_release_payment` into its record. */
export const toReleasePayment = (row: Row): ReleasePaymentRecord => ({
  id: String(row.id),
  order_release_id: String(row.order_release_id),
  payment_id: String(row.payment_id),
  provider_id: String(row.provider_id),
  action: row.action as ReleasePaymentRecord["action"],
  authorized: String(row.authorized),
  released: String(row.released),
  capture_amount: String(row.capture_amount),
  medusa_amount: String(row.medusa_amount),
  status: row.status as ReleasePaymentRecord["status"],
  idempotency_key: String(row.idempotency_key),
  request: row.request as GatewayReleaseRequest,
  failure_code: text(row.failure_code),
  failure_reason: text(row.failure_reason),
  attempts: Number(row.attempts),
  first_attempt_at: date(row.first_attempt_at),
})

/** Turns a row of `refunds_order_release` with its payments into its record. */
export const toOrderRelease = (row: Row): OrderReleaseRecord => ({
  id: String(row.id),
  order_id: String(row.order_id),
  kind: row.kind as OrderReleaseRecord["kind"],
  status: row.status as OrderReleaseRecord["status"],
  currency_code: String(row.currency_code),
  authorized: String(row.authorized),
  released: String(row.released),
  capture_amount: String(row.capture_amount),
  rounding: String(row.rounding),
  lines: (row.lines as StoredLines).lines,
  kept_lines: (row.lines as StoredLines).kept ?? [],
  collections: (row.collections as { collections: ReleasedCollection[] })
    .collections,
  note: text(row.note),
  created_by: text(row.created_by),
  created_at: date(row.created_at) ?? "",
  plan_hash: String(row.plan_hash),
  idempotency_key: text(row.idempotency_key),
  request_hash: String(row.request_hash),
  booked_at: date(row.booked_at),
  payments: [...((row.payments ?? []) as Row[])]
    .sort((a, b) => Number(a.position) - Number(b.position))
    .map(toReleasePayment),
})
