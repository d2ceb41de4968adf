import type { OrderEditDTO, OrderRefundDTO, OrderReleaseDTO } from "../../types"

/** What a row of a list has: every field, since a list may be empty. */
export type ShownFields<Row> = Record<keyof Row, true>

export const ORDER_REFUND_FIELDS: ShownFields<OrderRefundDTO> = {
  id: true,
  display_id: true,
  order_id: true,
  order_display_id: true,
  status: true,
  source: true,
  currency_code: true,
  amount: true,
  subtotal: true,
  discount_total: true,
  tax_total: true,
  failed_amount: true,
  actions: true,
  refund_reason: true,
  metadata: true,
  note: true,
  customer_note: true,
  created_by: true,
  created_at: true,
  lines: true,
  transactions: true,
  credit_note: true,
}

export const ORDER_EDIT_FIELDS: ShownFields<OrderEditDTO> = {
  id: true,
  order_id: true,
  currency_code: true,
  before: true,
  after: true,
  difference: true,
  owed: true,
  lines: true,
  settlement: true,
  note: true,
  created_by: true,
  created_at: true,
}

export const ORDER_RELEASE_FIELDS: ShownFields<OrderReleaseDTO> = {
  id: true,
  order_id: true,
  kind: true,
  status: true,
  currency_code: true,
  authorized: true,
  released: true,
  capture_amount: true,
  lines: true,
  kept_lines: true,
  payments: true,
  note: true,
  created_by: true,
  created_at: true,
  booked_at: true,
}
