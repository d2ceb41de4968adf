import type { AddedUnits, OpenOrderEdit } from "../../ledger"
import type { OrderEditRecord } from "../../modules/refunds/order-edit-record"
import type { OrderEditPreview, OrderEditSettle } from "../../types"
import type { PlannedReservations } from "./lib/units-to-reserve"

/** What an edit is asked to do, with every default filled in. */
export type EditOrderRequest = {
  /** New quantities; 0 takes the line off the order. */
  items: { item_id: string; quantity: number }[]
  additions: AddedUnits[]
  /** Whether units that stay keep their discount, or promotions are computed anew. */
  discounts: "keep" | "recompute"
  settle: OrderEditSettle
  /** The saved card to charge. */
  payment_method_id: string | null
}

/** Input of `editOrderWorkflow`. */
export type EditOrderInput = {
  order_id: string
  request: EditOrderRequest
  note?: string | null
  /** Of the refund, where there is one. */
  refund_reason_id?: string | null
  /**
   * Refuses with `plan_changed` unless the preview is still this one. This or an
   * `idempotency_key` is required where goods are added or the customer charged.
   */
  preview_hash?: string | null
  /** The same key and request answer with the first edit; kept for ever. */
  idempotency_key?: string | null
  /** Id of the user, for the record. */
  created_by?: string | null
  /** What the store's hooks want to know. */
  additional_data?: Record<string, unknown>
}

/** An edit that is open in Medusa, and neither confirmed nor discarded. */
export type OpenedOrderEdit = {
  order_id: string
  preview: OrderEditPreview
  /** Medusa's order change. */
  open: OpenOrderEdit
  reservations: PlannedReservations
  /** What will be written down of it; null for a preview. */
  record: OrderEditRecord | null
}

/** An edit that is done; its money may follow. */
export type EditedOrder = {
  order_edit_id: string
  order_id: string
}
