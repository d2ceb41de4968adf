import type { Decimal } from "../domain/plan-types"

/** A line's price, discounts and tax rates as Medusa stores them, exact. */
export type MedusaPricedLine = {
  id: string
  title: string
  is_tax_inclusive: boolean
  adjustments: { amount: Decimal; is_tax_inclusive: boolean }[]
  tax_lines: { code: string; rate: Decimal }[]
}

export type MedusaOrderItem = MedusaPricedLine & {
  unit_price: Decimal
  quantity: number
  fulfilled_quantity: number
  returned_quantity: number
}

export type MedusaShippingMethod = MedusaPricedLine & { amount: Decimal }

export type MedusaRefundRow = { id: string; amount: Decimal }

export type MedusaOrderPayment = {
  id: string
  provider_id: string
  payment_collection_id: string
  currency_code: string
  data: Record<string, unknown>
  /** Sum of the captures, as Medusa stores them: not rounded. */
  captured: Decimal
  captured_at: string | null
  refunds: MedusaRefundRow[]
}

/** What Medusa's books say about one order. All amounts are exact decimals in major units. */
export type MedusaOrder = {
  id: string
  display_id: number | null
  currency_code: string
  canceled: boolean
  /** The order change that is open now (edit, return, claim, exchange), if any. */
  active_change: { id: string; change_type: string | null } | null
  /** Order total less what was paid, exact: below zero the order owes money. */
  pending_difference: Decimal
  items: MedusaOrderItem[]
  shipping_methods: MedusaShippingMethod[]
  /** In order of capture. */
  payments: MedusaOrderPayment[]
  credit_lines: { reference: string | null; reference_id: string | null }[]
  transactions: { reference: string | null; reference_id: string | null }[]
}
