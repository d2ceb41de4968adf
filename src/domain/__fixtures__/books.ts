import type {
  MedusaGoodsChange,
  MedusaOrder,
  MedusaOrderEntry,
  MedusaOrderItem,
  MedusaOrderPayment,
} from "../books/medusa-order"
import type {
  OrderRefundRecord,
  RefundLine,
  RefundTransactionRecord,
} from "../books/refund-records"
import { NO_REFUND_DETAILS } from "../gateway/refund-details"
import { subtract, sum } from "../money/decimal-math"
import { unitsValue } from "../plan/line-value"

/** A moment of the story: `at(3)` is later than `at(2)`. */
export const at = (minute: number): string =>
  new Date(Date.UTC(2026, 10, 26, 12, minute)).toISOString()

/** Units of an article, untaxed unless said otherwise. */
export const item = (more: Partial<MedusaOrderItem> = {}): MedusaOrderItem => ({
  id: "item_1",
  title: "T-shirt",
  unit_price: "10",
  quantity: 2,
  fulfilled_quantity: 0,
  returned_quantity: 0,
  is_tax_inclusive: true,
  adjustments: [],
  tax_lines: [],
  ...more,
})

export const payment = (
  more: Partial<MedusaOrderPayment> = {}
): MedusaOrderPayment => ({
  id: "pay_1",
  provider_id: "pp_stripe_stripe",
  payment_collection_id: "pay_col_1",
  currency_code: "eur",
  status: "captured",
  data: {},
  amount: more.captured ?? "20",
  captured: "20",
  captured_at: at(0),
  refunds: [],
  ...more,
})

export const entry = (
  amount: string,
  reference: string,
  reference_id = "orref_1"
): MedusaOrderEntry => ({
  id: `${reference}:${reference_id}:${amount}`,
  amount,
  reference,
  reference_id,
})

/** Units that left the order or came back; by nobody of ours unless named. */
export const goods = (
  kind: MedusaGoodsChange["kind"],
  quantity: number,
  more: Partial<MedusaGoodsChange> & { item_id?: string } = {}
): MedusaGoodsChange => {
  const { item_id = "item_1", ...change } = more
  return {
    id: "ordch_1",
    kind,
    items: [{ item_id, quantity }],
    return_id: null,
    order_refund_id: null,
    value: null,
    at: at(1),
    ...change,
  }
}

/**
 * An order as Medusa has it, with what follows from the rest: it costs what its
 * items cost that are not on their way back, less its credit lines, and that is
 * open which its transactions have not paid.
 */
export function order(more: Partial<MedusaOrder> = {}): MedusaOrder {
  const rest = {
    id: "order_1",
    display_id: 1,
    customer_id: null,
    email: null,
    version: 1,
    currency_code: "eur",
    canceled: false,
    archived: false,
    active_change: null,
    items: [item()],
    goods: [],
    shipping_methods: [],
    collections: [],
    payments: [payment()],
    credit_lines: [],
    transactions: [entry("20", "capture", "capt_1")],
    summary: null,
    ...more,
  }
  const amounts = (entries: { amount: string }[]) =>
    entries.map(({ amount }) => amount)
  const costs = sum(
    ...rest.items.map((each) =>
      unitsValue(each, each.quantity - each.returned_quantity)
    ),
    ...amounts(rest.shipping_methods)
  )
  return {
    total: subtract(costs, ...amounts(rest.credit_lines)),
    pending_difference: subtract(
      costs,
      ...amounts(rest.credit_lines),
      ...amounts(rest.transactions)
    ),
    ...rest,
  }
}

export const refundLine = (more: Partial<RefundLine> = {}): RefundLine => ({
  id: "orrefli_1",
  kind: "item",
  item_id: "item_1",
  shipping_method_id: null,
  title: "T-shirt",
  quantity: 1,
  unit_amount: more.amount ?? "10.00",
  subtotal: more.amount ?? "10.00",
  discount_total: "0.00",
  tax_total: "0.00",
  tax_lines: [],
  amount: "10.00",
  restock: "none",
  refund_reason_id: null,
  metadata: null,
  ...more,
})

/** One movement of money, accepted by Stripe and not yet in Medusa's books. */
export const transaction = (
  more: Partial<RefundTransactionRecord> = {}
): RefundTransactionRecord => ({
  id: "reftrx_1",
  order_id: "order_1",
  order_refund_id: "orref_1",
  payment_id: "pay_1",
  provider_id: "pp_stripe_stripe",
  currency_code: "eur",
  amount: "10.00",
  status: "succeeded",
  method: "gateway",
  stripe_refund_id: "re_1",
  stripe_payment_id: "pi_1",
  failure_code: null,
  failure_reason: null,
  reference: null,
  fee: null,
  attempts: 1,
  accepted_at: at(1),
  superseded_at: null,
  created_at: at(1),
  updated_at: at(1),
  idempotency_key: "reftrx_1",
  request: { minor_amount: "1000", target: null, metadata: {} },
  medusa_refund_id: "ref_1",
  first_attempt_at: at(1),
  last_attempt_at: at(1),
  booked_at: null,
  ...NO_REFUND_DETAILS,
  ...more,
})

/** A refund of one T-shirt for 10.00. */
export const refund = (
  more: Partial<OrderRefundRecord> = {}
): OrderRefundRecord => {
  const lines = more.lines ?? [refundLine()]
  const amount = sum(...lines.map((line) => line.amount))
  return {
    id: "orref_1",
    display_id: 1,
    order_id: "order_1",
    order_display_id: 1,
    status: "succeeded",
    source: "admin",
    currency_code: "eur",
    amount,
    subtotal: amount,
    discount_total: "0",
    tax_total: "0",
    note: null,
    customer_note: null,
    created_by: null,
    created_at: at(1),
    lines,
    native_credit: "0",
    cancel_requested_at: null,
    refund_reason_id: null,
    metadata: null,
    notify_customer: false,
    plan_hash: "hash",
    idempotency_key: null,
    request_hash: null,
    revoked_at: null,
    booked_at: null,
    transactions: [transaction({ amount })],
    ...more,
  }
}
