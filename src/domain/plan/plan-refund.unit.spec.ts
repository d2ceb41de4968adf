import cases from "../__fixtures__/refund-cases.json"
import { planRefund } from "./plan-refund"
import type { OrderSnapshot, RefundRequest } from "./plan-types"

type Case = {
  name: string
  order: OrderSnapshot
  request: RefundRequest
  expect: {
    error?: string
    amount?: string
    subtotal?: string
    tax_total?: string
    payments?: Record<string, string>
  }
}

describe("planRefund: the published cases", () => {
  it.each(cases as Case[])("$name", ({ order, request, expect: expected }) => {
    const result = planRefund(order, request)
    if (!result.ok) {
      expect(result.error.code).toBe(expected.error)
      return
    }
    const { payments, ...amounts } = expected
    expect(result.plan).toMatchObject(amounts)
    if (payments) {
      const drawn = result.plan.payments.map((p) => [p.payment_id, p.amount])
      expect(Object.fromEntries(drawn)).toEqual(payments)
    }
  })
})
