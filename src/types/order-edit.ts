import type { Decimal, RefundPlan } from "../domain/plan/plan-types"

/** Body of `POST /admin/orders/:id/edits`, and of `/edits/preview`. */
export type AdminEditOrder = {
  /** New quantities; 0 takes the line off the order. */
  items?: { item_id: string; quantity: number }[]
  additions?: {
    variant_id: string
    quantity: number
    /** Default: the variant's price. */
    unit_price?: Decimal | number
  }[]
  /**
   * `keep`, the default: units that stay keep their share of the discount as
   * bought. `recompute`: Medusa computes the order's promotions anew.
   */
  discounts?: "keep" | "recompute"
  /**
   * What happens to the money. `auto`, the default, refunds what the edit lets
   * the order owe, or charges the customer's saved card, or leaves a link.
   */
  settle?: OrderEditSettle
  /** The saved card to charge. Default: the one that paid, else the newest. */
  payment_method_id?: string
  note?: string
  /** Of the refund, where there is one. */
  refund_reason_id?: string
  /** The `hash` of the preview the merchant saw: another one is refused with `plan_changed`. */
  preview_hash?: string
  /** For the store's hooks; the plugin reads nothing of it. */
  additional_data?: Record<string, unknown>
}

export type OrderEditSettle = "auto" | "refund" | "charge" | "link" | "later"

/** What is done with the money of an edit. */
export type OrderEditMoneyKind = "refund" | "charge" | "link" | "none" | "later"

/** Amounts in major units, gross where not said otherwise. */
export type OrderEditTotals = {
  /** Items after discount, with tax. */
  item_total: Decimal
  /** Shipping after discount, with tax. */
  shipping_total: Decimal
  discount_total: Decimal
  tax_total: Decimal
  total: Decimal
}

/** One line of the order, before and after. */
export type OrderEditLine = {
  /** Null for a line that the edit adds. */
  item_id: string | null
  variant_id: string | null
  title: string
  unit_price: Decimal
  before: { quantity: number; total: Decimal }
  after: { quantity: number; total: Decimal }
}

/** A card that the customer left with Stripe. */
export type SavedCard = {
  payment_method_id: string
  provider_id: string
  brand: string
  last4: string
  exp_month: number
  exp_year: number
}

/** What will be done with the money. */
export type OrderEditMoney = {
  kind: OrderEditMoneyKind
  /** What moves, or waits for the customer. */
  amount: Decimal
  /** For `refund`: from which payments. */
  refund_plan: RefundPlan | null
  /** Where the customer owes: cards that can be charged. */
  saved_cards: SavedCard[]
  /** For `charge`: the card that will be charged. */
  payment_method_id: string | null
}

/** What an edit would do. */
export type OrderEditPreview = {
  order_id: string
  currency_code: string
  before: OrderEditTotals
  after: OrderEditTotals
  /** Total after less total before. */
  difference: Decimal
  /** What the order owes the customer after it; below zero, the customer owes. */
  owed: Decimal
  lines: OrderEditLine[]
  settlement: OrderEditMoney
  warnings: { code: string; message: string }[]
  hash: string
}

/**
 * `settled`: the money moved, or none had to. `processing`: its outcome is not
 * known yet. `waiting`: the customer pays by the link. `failed`: it did not move,
 * and is owed. `owing`: nobody asked for it yet.
 */
export type OrderEditSettlementStatus =
  "settled" | "processing" | "waiting" | "failed" | "owing"

/** What happened to the money of an edit. */
export type OrderEditSettlement = {
  kind: OrderEditMoneyKind
  status: OrderEditSettlementStatus
  amount: Decimal
  order_refund_id: string | null
  /** Medusa's payment of the charge. */
  payment_id: string | null
  /** What waits for the customer. */
  payment_collection_id: string | null
  /** Where the customer can pay it. */
  payment_link: string | null
  /** Why it did not move. */
  code: string | null
  message: string | null
  /** The bank's own reason for refusing a card: `insufficient_funds`. */
  decline_code: string | null
  /** What Stripe advises then. Source: docs.stripe.com/declines/advice-codes */
  advice_code: string | null
}

/** An edit of an order that is done. */
export type OrderEditDTO = Omit<
  OrderEditPreview,
  "settlement" | "warnings" | "hash"
> & {
  id: string
  settlement: OrderEditSettlement
  note: string | null
  created_by: string | null
  created_at: string
}

/** Answer of `POST /admin/orders/:id/edits/preview`. */
export type AdminOrderEditPreviewResponse = {
  order_edit_preview: OrderEditPreview
}

/** Answer of `POST /admin/orders/:id/edits` (200 or 202). */
export type AdminOrderEditResponse = { order_edit: OrderEditDTO }
