import type { Decimal } from "../domain/plan/plan-types"

/** How far a refund is, as a customer understands it. */
export type StoreRefundStatus =
  /** The store has asked for it. */
  | "requested"
  /** The bank has it, or the customer has to do something first. */
  | "on_its_way"
  | "action_required"
  | "refunded"
  /** A part arrived; the store owes the rest. */
  | "partially_refunded"
  /** It did not arrive; the store owes it. */
  | "failed"
  | "canceled"

/** What happens next, and whose turn it is. */
export type StoreRefundNextStep =
  /** Nothing: it is done, or nothing is owed for it. `expected_at` may still lie ahead. */
  | "none"
  /** The store, the payment provider or a bank is at it. */
  | "wait"
  /** The customer has mail: they are asked where to send the money. */
  | "action_required"
  /** It did not arrive, or not all of it: the store sees to it. */
  | "shop_will_contact_you"

/** A way that money of a refund takes. */
export type StoreRefundMethod = {
  /** Stripe's word: `card`, `klarna`, `eu_bank_transfer`; or `other`, outside of it. */
  type: string
  /** In English, for where the storefront has no word of its own. */
  name: string
}

/** What a customer may see of a refund. Nothing internal is in it. */
export type StoreOrderRefund = {
  id: string
  status: StoreRefundStatus
  currency_code: string
  amount: Decimal
  lines: {
    kind: "item" | "shipping" | "other"
    item_id: string | null
    title: string
    quantity: number
    amount: Decimal
  }[]
  /** The store's words for the customer. */
  note: string | null
  /** Every status it had, oldest first. */
  timeline: { status: StoreRefundStatus; at: string }[]
  next_step: StoreRefundNextStep
  /** How the money comes back, as far as the payment provider has said. */
  methods: StoreRefundMethod[]
  /**
   * When all of the money should be there, by the ways it takes: a card needs 5 to 10
   * business days. Null while nobody can say, and once it has failed.
   */
  expected_at: { from: string; to: string } | null
  /** To ask the bank with, once it has given one. */
  bank_references: string[]
  /**
   * Whether the charge disappears from the card statement instead of coming back
   * as an entry of its own. No bank reference comes for that.
   */
  is_reversal: boolean
  /** Until when the customer can answer the e-mail that asks where to send the money. */
  action_expires_at: string | null
  created_at: string
}

/** Answer of `GET /store/orders/:id/refunds`. */
export type StoreOrderRefundListResponse = { order_refunds: StoreOrderRefund[] }

/** One of a customer's refunds, with the order that it belongs to. */
export type StoreRefund = StoreOrderRefund & {
  order_id: string
  /** The order's number, as customers know it. */
  order_display_id: number | null
}

/** Query of `GET /store/refunds`. */
export type StoreRefundListParams = {
  /** At most 100; default 20. */
  limit?: number
  offset?: number
}

/** Answer of `GET /store/refunds`, newest first. */
export type StoreRefundListResponse = {
  order_refunds: StoreRefund[]
  count: number
  offset: number
  limit: number
}
