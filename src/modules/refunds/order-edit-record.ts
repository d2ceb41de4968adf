import type { ProviderRequestStatus } from "../../domain"
import type {
  OrderEditPreview,
  OrderEditSettlement,
  OrderEditSettlementStatus,
} from "../../types/order-edit"

/** The saved card that is charged, and the Stripe customer that it belongs to. */
export type OrderEditCard = {
  provider_id: string
  customer: string
  payment_method_id: string
}

/** The one payment by which it is charged: a request to Stripe. */
export type OrderEditCharge = {
  payment_session_id: string
  payment_intent_id: string
  idempotency_key: string
  status: ProviderRequestStatus
}

/** What an edit was asked to do, as it was validated. */
export type OrderEditRequest = Record<string, unknown> & {
  refund_reason_id?: string | null
}

export type OrderEditRecord = {
  id: string
  order_id: string
  /** `editing` until Medusa's order change is confirmed. */
  status: "editing" | "edited"
  settlement_status: "planned" | OrderEditSettlementStatus
  request: OrderEditRequest
  preview: OrderEditPreview
  settlement: Omit<OrderEditSettlement, "status"> & {
    card: OrderEditCard | null
    charge: OrderEditCharge | null
  }
  note: string | null
  created_by: string | null
  idempotency_key: string | null
  request_hash: string
  /** ISO 8601. */
  created_at: string
}

/** The columns are JSON: only this module writes them. */
export function toOrderEdit(row: object): OrderEditRecord {
  const { created_at, ...record } = row as Omit<
    OrderEditRecord,
    "created_at"
  > & { created_at: Date | string }
  return { ...record, created_at: new Date(created_at).toISOString() }
}
