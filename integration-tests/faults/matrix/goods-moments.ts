import type { FrozenWrite } from "./moments"

const confirmed = "NEW.status = 'confirmed' AND OLD.status <> 'confirmed'"

const sending = "NEW.status = 'submitting' AND OLD.status = 'reserved'"

/** Ours say what they are about. */
const MEDUSAS_CREDIT =
  "NEW.change_type = 'credit_line' AND NEW.metadata IS NULL"

/** Moments of death of the flows that move goods. */
export const GOODS_WRITES = {
  "before the edit's change": {
    table: "order_change",
    operation: "INSERT",
    condition: "NEW.change_type = 'edit'",
  },
  "before the edit is confirmed": {
    table: "order_change",
    operation: "UPDATE",
    condition: `NEW.change_type = 'edit' AND ${confirmed}`,
  },
  "before the stock is freed": {
    table: "reservation_item",
    operation: "UPDATE",
    condition: "NEW.quantity < OLD.quantity OR NEW.deleted_at IS NOT NULL",
  },
  "before the stock is reserved": {
    table: "reservation_item",
    operation: "INSERT",
  },
  "before the return": { table: "return", operation: "INSERT" },
  "before the return's change": {
    table: "order_change",
    operation: "INSERT",
    condition: "NEW.change_type = 'return_request'",
  },
  "before the return is confirmed": {
    table: "order_change",
    operation: "UPDATE",
    condition: `NEW.change_type = 'return_request' AND ${confirmed}`,
  },
  "before the edit is recorded": {
    table: "refunds_order_edit",
    operation: "INSERT",
  },
  "before the edit's refund": {
    table: "refunds_order_refund",
    operation: "INSERT",
  },
  "before the charge is noted": {
    table: "refunds_order_edit",
    operation: "UPDATE",
    condition:
      "NEW.settlement->'charge' IS DISTINCT FROM OLD.settlement->'charge'",
  },
  "before the edit's end is noted": {
    table: "refunds_order_edit",
    operation: "UPDATE",
    condition: "NEW.settlement_status = 'settled'",
  },
  "before the captured money's transaction": {
    table: "order_transaction",
    operation: "INSERT",
    condition: "NEW.reference = 'capture'",
  },
  "before the release is recorded": {
    table: "refunds_order_release",
    operation: "INSERT",
  },
  "before the release is sent": {
    table: "refunds_order_release_payment",
    operation: "UPDATE",
    condition: sending,
  },
  "before the release's answer is recorded": {
    table: "refunds_order_release_payment",
    operation: "UPDATE",
    condition: "OLD.status = 'submitting' AND NEW.status <> 'submitting'",
  },
  "before the capture row": { table: "capture", operation: "INSERT" },
  "before Medusa's credit line": {
    table: "order_change",
    operation: "INSERT",
    condition: MEDUSAS_CREDIT,
  },
  "before Medusa's credit line is confirmed": {
    table: "order_change",
    operation: "UPDATE",
    condition: `${MEDUSAS_CREDIT} AND ${confirmed}`,
  },
  "before Medusa's credit line is taken back": {
    table: "order_change",
    operation: "UPDATE",
    condition: `${MEDUSAS_CREDIT} AND NEW.deleted_at IS NOT NULL`,
  },
  "before the order is cancelled": {
    table: "order",
    operation: "UPDATE",
    condition: "NEW.status = 'canceled' AND OLD.status <> 'canceled'",
  },
  "before the release is booked": {
    table: "refunds_order_release",
    operation: "UPDATE",
    condition: "NEW.booked_at IS NOT NULL AND OLD.booked_at IS NULL",
  },
} as const satisfies Record<string, FrozenWrite>
