import { afterRefund, paid } from "../__fixtures__/random-order"
import { decimal } from "../money/exact-decimal"
import { planRefund } from "./plan-refund"
import type { OrderSnapshot, RefundRequest } from "./plan-types"

jest.mock("../money/exact-decimal", () => {
  const actual = jest.requireActual("../money/exact-decimal")
  return { ...actual, decimal: jest.fn(actual.decimal) }
})

const TAXES = ["6.25", "0.25", "0.5", "1.125", "2"]

const orderOf = (lines: number): OrderSnapshot =>
  paid({
    order_id: "order_1",
    currency_code: "usd",
    canceled: false,
    has_active_change: false,
    owed: "0",
    items: Array.from({ length: lines }, (_, index) => ({
      id: `item_${index}`,
      unit_price: "19.99",
      quantity: 3,
      fulfilled_quantity: 0,
      returned_quantity: 0,
      is_tax_inclusive: false,
      adjustments: [{ amount: "1.5" }],
      tax_lines: TAXES.map((rate) => ({ code: `tax_${rate}`, rate })),
    })),
    shipping_methods: [],
    payments: [],
    refunded_lines: [],
  })

/** The same order after one unit of each line was refunded. */
const refunded = (order: OrderSnapshot): OrderSnapshot => {
  const items = order.items.map(({ id }) => ({ item_id: id, quantity: 1 }))
  const result = planRefund(order, { items })
  return result.ok ? afterRefund(order, result.plan) : order
}

/** How many decimals a plan reads. */
function reads(order: OrderSnapshot, request: RefundRequest): number {
  jest.mocked(decimal).mockClear()
  expect(planRefund(order, request)).toMatchObject({ ok: true })
  return jest.mocked(decimal).mock.calls.length
}

/** How many more it reads for each line of the order. */
const readsPerLine = (
  request: RefundRequest,
  before = (order: OrderSnapshot) => order
): number =>
  (reads(before(orderOf(30)), request) - reads(before(orderOf(10)), request)) /
  20

describe("a plan reads each decimal of an order once", () => {
  const price = 1
  const discount = 1

  it.each<[string, RefundRequest]>([
    ["all of it", { items: "all" }],
    ["one unit", { items: [{ item_id: "item_0", quantity: 1 }] }],
  ])(
    "for %s: the rates, and of each line its price and discount",
    (_, request) => {
      expect(readsPerLine(request)).toBe(price + discount)
    }
  )

  it("and of each earlier refund its amount and its taxes", () => {
    expect(readsPerLine({ items: "all" }, refunded)).toBe(
      price + discount + 1 + TAXES.length
    )
  })
})
