import { planRefund } from "../plan/plan-refund"
import { overdueMethod, paymentMethodRule } from "./payment-method-rules"

const NOW = new Date("2026-11-26T12:00:00.000Z")
const daysAgo = (days: number) =>
  new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000).toISOString()

describe("how long Stripe refunds a payment method", () => {
  it.each(["ideal", "bancontact"])("%s: 180 days", (type) => {
    expect(overdueMethod(type, daysAgo(180), NOW)).toBeUndefined()
    expect(overdueMethod(type, daysAgo(181), NOW)).toMatchObject({ days: 181 })
  })

  it.each(["card", "konbini", "a_method_of_tomorrow", "constructor", null])(
    "%s: no rule of ours",
    (type) => {
      expect(overdueMethod(type, daysAgo(5000), NOW)).toBeUndefined()
    }
  )

  it("is not known of a payment without a date", () => {
    expect(overdueMethod("ideal", null, NOW)).toBeUndefined()
  })
})

it.each(["konbini", "promptpay"])("%s asks the customer by e-mail", (type) => {
  expect(paymentMethodRule(type)?.asks_by_email).toBe(true)
})

describe("the plan of a refund", () => {
  const payment = (id: string, days: number) => ({
    id,
    provider_id: "pp_stripe_stripe",
    captured: "10",
    refunded: "0",
    reserved: "0",
    refundable: true,
    overdue_method: overdueMethod("ideal", daysAgo(days), NOW),
  })
  const warnings = (payment_id: string) => {
    const planned = planRefund(
      {
        order_id: "order_1",
        currency_code: "eur",
        canceled: false,
        has_active_change: false,
        owed: "0",
        items: [],
        shipping_methods: [],
        payments: [payment("pay_old", 200), payment("pay_new", 10)],
        refunded_lines: [],
      },
      {
        adjustment: { amount: "5", description: "Sorry" },
        payments: [{ payment_id, amount: "5" }],
      }
    )
    return planned.ok ? planned.plan.warnings : planned
  }

  it("warns of a payment that Stripe would not refund any more, and only of that", () => {
    expect(warnings("pay_old")).toMatchObject([
      {
        code: "payment_method_overdue",
        message: expect.stringContaining("pay_old was paid by iDEAL 200 days"),
      },
    ])
    expect(warnings("pay_new")).toEqual([])
  })
})
