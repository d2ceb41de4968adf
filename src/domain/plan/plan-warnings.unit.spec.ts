import { planRefund } from "./plan-refund"
import type { OrderSnapshot, RefundRequest } from "./plan-types"

const order: OrderSnapshot = {
  order_id: "order_1",
  currency_code: "eur",
  canceled: false,
  has_active_change: false,
  owed: "0",
  items: [
    {
      id: "item_1",
      title: "Mug",
      unit_price: "20",
      quantity: 4,
      fulfilled_quantity: 0,
      returned_quantity: 0,
      is_tax_inclusive: false,
      adjustments: [],
      tax_lines: [],
    },
  ],
  shipping_methods: [],
  payments: [
    {
      id: "pay_1",
      provider_id: "pp_stripe_stripe",
      captured: "80",
      refunded: "0",
      reserved: "0",
      refundable: true,
    },
  ],
  refunded_lines: [],
}

const warningsOf = (
  snapshot: OrderSnapshot,
  request: RefundRequest
): string[] => {
  const result = planRefund(snapshot, request)
  return result.ok
    ? result.plan.warnings.map(({ code }) => code)
    : [result.error.code]
}

const one = (restock: "none" | "cancel", amount?: string): RefundRequest => ({
  items: [
    { item_id: "item_1", quantity: 1, restock, ...(amount ? { amount } : {}) },
  ],
})

describe("the warnings of a plan", () => {
  it("are none for an order that is paid and counted", () => {
    expect(warningsOf(order, one("cancel"))).toEqual([])
  })

  it("say that the customer has not paid everything, where money would leave", () => {
    const unpaid = { ...order, due: "30" }
    expect(warningsOf(unpaid, one("none"))).toEqual(["customer_owes"])
    expect(warningsOf(unpaid, one("cancel", "0"))).toEqual([])
    expect(warningsOf(unpaid, one("cancel"))).toEqual(["customer_owes"])
  })

  it("do not take what the order owes for something the customer owes", () => {
    const owing = { ...order, owed: "20" }
    expect(warningsOf(owing, { outstanding: true })).toEqual([])
  })

  it("leave out what nobody can pay", () => {
    expect(warningsOf({ ...order, due: "0.0043" }, one("none"))).toEqual([])
  })

  it("say that nobody counts the goods that move", () => {
    const [item] = order.items
    const uncounted = {
      ...order,
      items: item ? [{ ...item, stock_managed: false }] : [],
    }
    expect(warningsOf(uncounted, one("cancel"))).toEqual(["stock_not_managed"])
    expect(warningsOf(uncounted, one("none"))).toEqual([])
  })
})
