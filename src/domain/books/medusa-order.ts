import type { Decimal } from "../money/exact-decimal"

/** A discount of a line, with what names it. */
export type MedusaAdjustment = {
  amount: Decimal
  is_tax_inclusive: boolean
  code: string | null
  promotion_id: string | null
  description: string | null
}

/** A line's price, discounts and tax rates as Medusa stores them, exact. */
export type MedusaPricedLine = {
  id: string
  title: string
  is_tax_inclusive: boolean
  adjustments: MedusaAdjustment[]
  tax_lines: { code: string; rate: Decimal }[]
}

export type MedusaOrderItem = MedusaPricedLine & {
  unit_price: Decimal
  quantity: number
  fulfilled_quantity: number
  returned_quantity: number
}

export type MedusaShippingMethod = MedusaPricedLine & { amount: Decimal }

export type MedusaRefundRow = {
  id: string
  amount: Decimal
  note: string | null
  created_by: string | null
  refund_reason_id: string | null
  /** ISO 8601. */
  created_at: string
}

/** An entry of the order's own ledger, with the document that it is about. */
export type MedusaOrderEntry = {
  id: string
  amount: Decimal
  reference: string | null
  reference_id: string | null
}

/** Units that left the order, or are on their way back, by one change of it. */
export type MedusaGoodsChange = {
  /** Of the order change. */
  id: string
  kind: "returned" | "removed"
  items: { item_id: string; quantity: number }[]
  return_id: string | null
  /** The order refund that made it; null for Medusa's own screens and others. */
  order_refund_id: string | null
  /** What it took off the order's total, where our refund noted it. */
  value: Decimal | null
  /** ISO 8601. */
  at: string
}

export type MedusaOrderPayment = {
  id: string
  provider_id: string
  payment_collection_id: string
  currency_code: string
  /** `captured`: at least a part of it. */
  status: "authorized" | "captured" | "canceled"
  data: Record<string, unknown>
  /** What it is of the order: an intent at Stripe may serve several payments. */
  amount: Decimal
  /** Sum of the captures, as Medusa stores them: not rounded. */
  captured: Decimal
  /** What others got of the same intent, and is missing here. Not in Medusa's books. */
  held?: Decimal
  captured_at: string | null
  refunds: MedusaRefundRow[]
}

/** An order's summary as Medusa stores it: each figure twice, `raw_` is exact. */
export type StoredTotals = Record<string, unknown>

/** What Medusa's books say about one order. All amounts are exact decimals in major units. */
export type MedusaOrder = {
  id: string
  display_id: number | null
  /** Null for a guest without an account. */
  customer_id: string | null
  email: string | null
  version: number
  currency_code: string
  canceled: boolean
  /** Put away by the merchant: Medusa lets nobody edit it. */
  archived: boolean
  /** The order change that is open now (edit, return, claim, exchange), if any. */
  active_change: {
    id: string
    change_type: string | null
    /** What its actions refer to. */
    references: (string | null)[]
    /** The order refund that made it, if one did. */
    order_refund_id: string | null
    /** ISO 8601. */
    created_at: string
  } | null
  /** What the order costs, less its credit lines, as Medusa stores it. */
  total: Decimal
  /**
   * The summary that Medusa stores for this version; null where there is none, or
   * where the order was read through Medusa, which tells figures of its own.
   */
  summary: StoredTotals | null
  /** Order total less what was paid, exact: below zero the order owes money. */
  pending_difference: Decimal
  items: MedusaOrderItem[]
  /** What happened to the goods, oldest first; cancelled returns are not in it. */
  goods: MedusaGoodsChange[]
  shipping_methods: MedusaShippingMethod[]
  collections: { id: string; status: string; amount: Decimal }[]
  /** In order of capture. */
  payments: MedusaOrderPayment[]
  credit_lines: MedusaOrderEntry[]
  /** Payments above zero, refunds below. */
  transactions: MedusaOrderEntry[]
}
