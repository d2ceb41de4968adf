import {
  type OrderSnapshot,
  planRefund,
  refundableLines,
  sum,
} from "../../../src/domain"

const TAXES = [
  { code: "state", rate: "6.25" },
  { code: "county", rate: "0.25" },
  { code: "city", rate: "0.5" },
  { code: "district", rate: "1.125" },
  { code: "transit", rate: "2" },
]

/** An order of so many lines, each with a discount and so many taxes, paid in full. */
export function largeOrder(lines: number, taxes: number): OrderSnapshot {
  const tax_lines = TAXES.slice(0, taxes)
  const order: OrderSnapshot = {
    order_id: "order_1",
    currency_code: "usd",
    canceled: false,
    has_active_change: false,
    owed: "0",
    items: Array.from({ length: lines }, (_, index) => ({
      id: `item_${String(index).padStart(26, "0")}`,
      title: `Item ${index}`,
      unit_price: `${5 + ((index * 7) % 200)}.${10 + ((index * 37) % 90)}`,
      quantity: 2 + (index % 3),
      fulfilled_quantity: 0,
      returned_quantity: 0,
      is_tax_inclusive: false,
      adjustments: [{ amount: `0.${10 + ((index * 13) % 90)}` }],
      tax_lines,
    })),
    shipping_methods: [],
    payments: [],
    refunded_lines: [],
  }
  const captured = sum(
    ...refundableLines(order).map(({ refundable_amount }) => refundable_amount)
  )
  return {
    ...order,
    payments: [
      {
        id: "pay_1",
        provider_id: "pp_stripe_stripe",
        captured,
        refunded: "0",
        reserved: "0",
        refundable: true,
      },
    ],
  }
}

/** The same order after one unit of each line was refunded, line by line. */
export const withRefunds = (order: OrderSnapshot): OrderSnapshot =>
  order.items.reduce((state, { id }) => {
    const result = planRefund(state, { items: [{ item_id: id, quantity: 1 }] })
    if (!result.ok) {
      throw new Error(result.error.message)
    }
    const { amount, lines } = result.plan
    return {
      ...state,
      payments: state.payments.map((payment) => ({
        ...payment,
        refunded: sum(payment.refunded, amount),
      })),
      refunded_lines: [
        ...state.refunded_lines,
        ...lines.map(({ quantity, amount, tax_lines }) => ({
          kind: "item" as const,
          line_id: id,
          quantity,
          amount,
          tax_lines,
        })),
      ],
    }
  }, order)
