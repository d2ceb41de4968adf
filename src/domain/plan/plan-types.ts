import type { Metadata } from "../metadata"
import type { OverdueMethod } from "../gateway/payment-method-rules"
import type { Decimal } from "../money/exact-decimal"

export type { Decimal }

// The types of the planner. Money is a decimal string in major units ("19.99")
// at this edge; inside, integers of the smallest payable amount.

/** One tax of a line. `rate` is in percent: `"19"` is 19 %. */
export type TaxLine = { code: string; rate: Decimal }

/** A discount of a line, for its whole quantity. */
export type Adjustment = { amount: Decimal; is_tax_inclusive?: boolean }

export type PricedLine = {
  id: string
  title?: string
  is_tax_inclusive: boolean
  adjustments: Adjustment[]
  tax_lines: TaxLine[]
}

export type ItemLine = PricedLine & {
  unit_price: Decimal
  /** Ordered, after edits. */
  quantity: number
  fulfilled_quantity: number
  /**
   * Requested, received and dismissed in returns that our refunds did not open,
   * less the units matched with earlier refunds.
   */
  returned_quantity: number
  /**
   * In any return, whoever opened it: these units are with the customer no more.
   * Default: `returned_quantity`.
   */
  came_back_quantity?: number
  /** False where the store does not count this product. Default true. */
  stock_managed?: boolean
}

export type ShippingLine = PricedLine & { amount: Decimal }

export type PaymentBalance = {
  id: string
  provider_id: string
  captured: Decimal
  /** Every refund that Medusa or Stripe knows of. */
  refunded: Decimal
  /** Ours, in flight. */
  reserved: Decimal
  /** Default: the order's. A payment in another one is never drawn from. */
  currency_code?: string
  /** False while a dispute blocks it, or where nobody could be asked. */
  refundable: boolean
  /** The store has its payment provider no more. */
  provider_missing?: boolean
  /** The dispute that blocks it, for the message. */
  dispute?: { id: string; status: string }
  /** Older than Stripe refunds its payment method. */
  overdue_method?: OverdueMethod
}

export type RefundedLine = {
  kind: "item" | "shipping"
  line_id: string
  /** 0 for an amount inside the line. */
  quantity: number
  amount: Decimal
  tax_lines: { code: string; amount: Decimal }[]
}

/** Everything the planner needs to know of an order. */
export type OrderSnapshot = {
  order_id: string
  /** Lower case ISO 4217. */
  currency_code: string
  canceled: boolean
  has_active_change: boolean
  /** What the order owes, less what order refunds of ours already claim of it. */
  owed: Decimal
  /** What the customer still has to pay, after an edit or an exchange. Default `"0"`. */
  due?: Decimal
  /** In the sequence of the order's items. */
  items: ItemLine[]
  shipping_methods: ShippingLine[]
  /** In order of capture. */
  payments: PaymentBalance[]
  /**
   * Oldest first; without declined, withdrawn and cancelled ones, and without
   * units that an edit took off the order.
   */
  refunded_lines: RefundedLine[]
  /** Refunded for units that an edit took off the order. Default `"0"`. */
  removed_amount?: Decimal
  /** What these units cost exactly. Default: what was refunded for them. */
  removed_value?: Decimal
}

/** What happens to the goods. */
export const RESTOCKS = ["none", "cancel", "return"] as const
export type Restock = (typeof RESTOCKS)[number]

/** What a caller says about one line beside its amount. No plan depends on it. */
export type AboutLine = {
  /** Default: the refund's own. */
  refund_reason_id?: string | null
  /** Kept with the line, and shown to the merchant alone. */
  metadata?: Metadata | null
}

/** What to refund. */
export type RefundRequest = {
  items?:
    | "all"
    | ({
        item_id: string
        quantity?: number
        amount?: Decimal | number
        /** Default `"none"`. */
        restock?: Restock
      } & AboutLine)[]
  shipping?:
    | "all"
    | ({ shipping_method_id: string; amount?: Decimal | number } & AboutLine)[]
  adjustment?: { amount: Decimal | number; description: string } & AboutLine
  /** Refund what the order owes after an edit, return or claim. */
  outstanding?: boolean
  /** Give what the payments still hold where the lines cost more. Implied by `"all"`. */
  limit_to_payments?: boolean
  payments?: { payment_id: string; amount: Decimal | number }[]
}

/** A line of a plan. The planner itself counts it in payable amounts. */
export type PlannedLine<Amount = Decimal> = {
  kind: "item" | "shipping" | "adjustment" | "outstanding"
  item_id?: string
  shipping_method_id?: string
  title: string
  quantity: number
  unit_amount: Amount
  /** Net, after discount. */
  subtotal: Amount
  /** Net share of the discount, for information. */
  discount_total: Amount
  tax_total: Amount
  tax_lines: { code: string; rate: Decimal; amount: Amount }[]
  /** Gross: subtotal + tax_total. */
  amount: Amount
  restock: Restock
  /** Before this plan. */
  refundable_quantity: number
  /** Before this plan; below zero for a line that made the order cheaper. */
  refundable_amount: Amount
}

export type PlannedPayment = {
  payment_id: string
  provider_id: string
  amount: Decimal
  /** Before this plan. */
  refundable_amount: Decimal
}

/** The answer to "what would this refund do". */
export type RefundPlan = {
  order_id: string
  currency_code: string
  amount: Decimal
  subtotal: Decimal
  discount_total: Decimal
  tax_total: Decimal
  lines: PlannedLine[]
  payments: PlannedPayment[]
  /** Of the whole order, before this plan. */
  refundable_amount: Decimal
  warnings: { code: string; message: string }[]
  hash: string
}

/** A refusal. `code` is stable, `message` is for people. */
export type PlanError = {
  code: string
  message: string
  details?: Record<string, unknown>
}

export type PlanRefund = (
  order: OrderSnapshot,
  request: RefundRequest
) => { ok: true; plan: RefundPlan } | { ok: false; error: PlanError }
