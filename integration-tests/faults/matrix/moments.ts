import { GOODS_WRITES } from "./goods-moments"

/** A write in the database before which a store is stopped and killed. */
export type FrozenWrite = {
  table: string
  operation: "INSERT" | "UPDATE" | "DELETE"
  /** SQL over NEW and OLD. */
  condition?: string
}

const confirmed = "NEW.status = 'confirmed' AND OLD.status <> 'confirmed'"

/** Moments of death, by the name they have in the report. */
export const FROZEN_WRITES = {
  "before the request": {
    table: "refunds_transaction",
    operation: "UPDATE",
    condition: "NEW.status = 'submitting' AND OLD.status = 'reserved'",
  },
  "before the answer is recorded": {
    table: "refunds_transaction",
    operation: "UPDATE",
    condition: "OLD.status = 'submitting' AND NEW.status <> 'submitting'",
  },
  "before the import is recorded": {
    table: "refunds_order_refund",
    operation: "INSERT",
  },
  "before the cancellation is noted": {
    table: "refunds_order_refund",
    operation: "UPDATE",
    condition:
      "NEW.cancel_requested_at IS NOT NULL AND OLD.cancel_requested_at IS NULL",
  },
  "before the cancellation is recorded": {
    table: "refunds_transaction",
    operation: "UPDATE",
    condition: "NEW.status = 'canceled' AND OLD.status <> 'canceled'",
  },
  "before the credit line": { table: "order_credit_line", operation: "INSERT" },
  "before the credit line's change": {
    table: "order_change",
    operation: "INSERT",
    condition: "NEW.change_type = 'credit_line'",
  },
  "before the change's action": {
    table: "order_change_action",
    operation: "INSERT",
  },
  "before the credit line is confirmed": {
    table: "order_change",
    operation: "UPDATE",
    condition: confirmed,
  },
  "before the order transaction": {
    table: "order_transaction",
    operation: "INSERT",
    condition: "NEW.reference = 'refund'",
  },
  "before the order transaction goes": {
    table: "order_transaction",
    operation: "UPDATE",
    condition: "NEW.deleted_at IS NOT NULL",
  },
  "before the refund row": { table: "refund", operation: "INSERT" },
  "before the refund row goes": {
    table: "refund",
    operation: "UPDATE",
    condition: "NEW.deleted_at IS NOT NULL",
  },
  "before the refund row is erased": { table: "refund", operation: "DELETE" },
  "before the payment collection": {
    table: "payment_collection",
    operation: "UPDATE",
    condition: "NEW.refunded_amount IS DISTINCT FROM OLD.refunded_amount",
  },
  "before the books are marked": {
    table: "refunds_order_refund",
    operation: "UPDATE",
    condition: "NEW.booked_at IS NOT NULL AND OLD.booked_at IS NULL",
  },
  "before the event is ticked off": {
    table: "refunds_stripe_event",
    operation: "UPDATE",
    condition: "NEW.status = 'processed'",
  },
  ...GOODS_WRITES,
} as const satisfies Record<string, FrozenWrite>

export type FrozenMoment = keyof typeof FROZEN_WRITES

/** The last is the moment while Stripe is at work, which needs no database. */
export type Moment = FrozenMoment | "after the request left"

export const isFrozen = (moment: Moment): moment is FrozenMoment =>
  moment !== "after the request left"

/** The writes of a refund into Medusa's books, in the order of the plugin. */
export const BOOK_WRITES: FrozenMoment[] = [
  "before the credit line",
  "before the order transaction",
  "before the refund row",
  "before the payment collection",
  "before the books are marked",
]

/** The writes that take a refund out of the books again. */
export const UNBOOK_WRITES: FrozenMoment[] = [
  "before the refund row goes",
  "before the payment collection",
  "before the order transaction goes",
  "before the credit line",
  "before the books are marked",
]

/** Medusa's own order: the row first, the order's ledger last. */
export const NATIVE_WRITES: FrozenMoment[] = [
  "before the payment collection",
  "before the order transaction",
  "before the credit line's change",
  "before the change's action",
  "before the credit line is confirmed",
]
