import { mugOrder, mugs, paidBy, post } from "../__fixtures__/mug-order"
import { currencyOf } from "../money/currency"
import { formatPayable } from "../money/money"
import { lineShares } from "./line-shares"
import { lineValue } from "./line-value"
import type { OrderSnapshot } from "./plan-types"

/** What was paid for lines of one unit each, with these prices. */
function shares(
  prices: string[],
  captured: string,
  more: Partial<OrderSnapshot> = {}
): string[] {
  const order = mugOrder({
    items: prices.map((unit_price, index) => ({
      ...mugs,
      id: `item_${index}`,
      quantity: 1,
      unit_price,
    })),
    shipping_methods: [],
    payments: [paidBy("pay_1", captured)],
    ...more,
  })
  const currency = currencyOf(order.currency_code)
  const values = [...order.items, ...order.shipping_methods].map(lineValue)
  return lineShares(order, values, currency).map((share) =>
    formatPayable(share, currency)
  )
}

describe("what was paid for each line", () => {
  it("adds up to what was captured: the missing cent goes to the first of equals", () => {
    const thirds = ["3.333", "3.333", "3.333"]
    expect(shares(thirds, "10.00")).toEqual(["3.34", "3.33", "3.33"])
    expect(shares(thirds, "9.99")).toEqual(["3.33", "3.33", "3.33"])
  })

  it("gets the missing cent where the largest part of one was cut off", () => {
    expect(shares(["1.004", "1.006", "1"], "3.01")).toEqual([
      "1.00",
      "1.01",
      "1.00",
    ])
    expect(shares(["1.006", "1.004", "1.007"], "3.02")).toEqual([
      "1.01",
      "1.00",
      "1.01",
    ])
  })

  it("gives items the missing cent before shipping", () => {
    const shipping_methods = [{ ...post, amount: "1.005" }]
    expect(shares(["1.005"], "2.01", { shipping_methods })).toEqual([
      "1.01",
      "1.00",
    ])
  })

  it("is counted in what the currency can pay", () => {
    const of = (currency_code: string) => ({ currency_code })
    expect(shares(["1062.5", "1062.5"], "2125", of("jpy"))).toEqual([
      "1063",
      "1062",
    ])
    expect(shares(["1.234", "1.236"], "2.47", of("kwd"))).toEqual([
      "1.230",
      "1.240",
    ])
    expect(shares(["10.4", "10.6"], "21", of("isk"))).toEqual(["10", "11"])
  })

  it("is what the lines cost where something else was captured: a cent or more", () => {
    for (const captured of ["9.99", "10.01", "4.00", "25.00"]) {
      expect(shares(["6", "4"], captured)).toEqual(["6.00", "4.00"])
    }
    expect(shares(["4.997", "4.997"], "10.01")).toEqual(["5.00", "4.99"])
  })

  it("counts what was captured in the order's currency alone", () => {
    const payments = [
      paidBy("pay_1", "10.00"),
      paidBy("pay_2", "5.00", { currency_code: "usd" }),
    ]
    expect(shares(["4.997", "4.997"], "", { payments })).toEqual([
      "5.00",
      "5.00",
    ])
  })

  it("is what was captured less what left the order with its money", () => {
    // Bought for 9.998, and 10.00 were taken; 5.004 left for 5.00.
    const left = { removed_amount: "5.00", removed_value: "5.004" }
    expect(shares(["4.994"], "10.00", left)).toEqual(["5.00"])
    expect(shares(["4.994"], "10.00", { removed_amount: "5.00" })).toEqual([
      "5.00",
    ])
    // Without its value nobody could tell that the rest was paid for this line.
    const odd = { removed_amount: "5.00", removed_value: "5.10" }
    expect(shares(["4.994"], "10.00", odd)).toEqual(["4.99"])
  })

  it("is below zero for a line that made the order cheaper", () => {
    expect(shares(["10", "-2.005"], "8.00")).toEqual(["10.00", "-2.00"])
    expect(shares(["10", "-2.005"], "7.99")).toEqual(["10.00", "-2.01"])
  })

  it("is nothing of no line", () => {
    expect(shares([], "10.00")).toEqual([])
  })
})
