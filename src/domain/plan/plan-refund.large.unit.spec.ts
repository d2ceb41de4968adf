import { afterRefund, paid } from "../__fixtures__/random-order"
import { currencyOf } from "../money/currency"
import { decimal } from "../money/exact-decimal"
import { roundToPayable } from "../money/money"
import { planRefund } from "./plan-refund"

const EVERYTHING = { items: "all", shipping: "all" } as const

const payable = (amount: string, currencyCode: string): bigint =>
  roundToPayable(decimal(amount), currencyOf(currencyCode))

describe("planRefund, for large orders", () => {
  const large = (currency_code: string, lines: number) =>
    paid({
      order_id: "order_1",
      currency_code,
      canceled: false,
      has_active_change: false,
      owed: "0",
      items: Array.from({ length: lines }, (_, index) => ({
        id: `item_${index}`,
        unit_price: `${3 + index}.${(index * 37) % 1000}`,
        quantity: 1 + (index % 4),
        fulfilled_quantity: 0,
        returned_quantity: 0,
        is_tax_inclusive: index % 2 === 0,
        adjustments: [{ amount: `0.${(index * 13) % 100}` }],
        tax_lines: [{ code: "vat", rate: "8.875" }],
      })),
      shipping_methods: [],
      payments: [],
      refunded_lines: [],
    })

  it.each(["usd", "jpy", "kwd"])(
    "gives fifty lines back one by one to the captured cent: %s",
    (currency_code) => {
      const order = large(currency_code, 50)
      let state = order
      let total = 0n
      for (const { id, quantity } of order.items) {
        for (let unit = 0; unit < quantity; unit++) {
          const result = planRefund(state, {
            items: [{ item_id: id, quantity: 1 }],
          })
          if (result.ok) {
            total += payable(result.plan.amount, currency_code)
            state = afterRefund(state, result.plan)
          }
        }
      }
      const [payment] = order.payments
      expect(total).toBe(payable(payment?.captured ?? "", currency_code))
    }
  )

  it("plans two hundred lines in a few milliseconds", () => {
    const order = large("eur", 200)
    planRefund(order, EVERYTHING)
    const start = performance.now()
    const rounds = 10
    for (let round = 0; round < rounds; round++) {
      expect(planRefund(order, EVERYTHING).ok).toBe(true)
    }
    expect((performance.now() - start) / rounds).toBeLessThan(50)
  })
})
