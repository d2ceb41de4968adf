import { planRefund } from "../plan/plan-refund"
import type {
  ItemLine,
  OrderSnapshot,
  PaymentBalance,
  RefundPlan,
  RefundRequest,
} from "../plan/plan-types"

/** Four mugs at 20.00, one of them shipped. */
export const mugs: ItemLine = {
  id: "mugs",
  title: "Mug",
  unit_price: "20",
  quantity: 4,
  fulfilled_quantity: 1,
  returned_quantity: 0,
  is_tax_inclusive: true,
  adjustments: [],
  tax_lines: [],
}

export const post = {
  id: "post",
  title: "Post",
  amount: "5",
  is_tax_inclusive: true,
  adjustments: [],
  tax_lines: [],
}

export const paidBy = (
  id: string,
  captured: string,
  more: Partial<PaymentBalance> = {}
): PaymentBalance => ({
  id,
  provider_id: "pp_stripe_stripe",
  captured,
  refunded: "0",
  reserved: "0",
  refundable: true,
  ...more,
})

/** Mugs and postage for 85.00, paid by 50.00 and 35.00. */
export const mugOrder = (more: Partial<OrderSnapshot> = {}): OrderSnapshot => ({
  order_id: "order_1",
  currency_code: "eur",
  canceled: false,
  has_active_change: false,
  owed: "0",
  items: [mugs],
  shipping_methods: [post],
  payments: [paidBy("pay_1", "50"), paidBy("pay_2", "35")],
  refunded_lines: [],
  ...more,
})

/** The plan of a refund that can be made. */
export function planOf(
  request: RefundRequest,
  order: OrderSnapshot = mugOrder()
): RefundPlan {
  const planned = planRefund(order, request)
  if (!planned.ok) {
    throw new Error(planned.error.message)
  }
  return planned.plan
}

/** Why a refund cannot be made: its code, and what the answer says beside it. */
export function refusalOf(
  request: RefundRequest,
  order: OrderSnapshot = mugOrder()
) {
  const planned = planRefund(order, request)
  return planned.ok ? null : [planned.error.code, planned.error.details]
}
