import fc from "fast-check"
import { subtract, sum } from "../money/decimal-math"
import { formatAmount } from "../money/money"
import { refundLessFees } from "./refund-less-fees"

const mug = { item_id: "mug", quantity: 1 }
const cap = { item_id: "cap", quantity: 2 }
const lines = [
  { item_id: "mug", amount: "19.99" },
  { item_id: "cap", amount: "30.00" },
]
const fees = (restocking: [string, string], return_fee: string) => ({
  lines: [
    { item_id: "mug", restocking_fee: restocking[0] },
    { item_id: "cap", restocking_fee: restocking[1] },
  ],
  return_fee,
})

describe("what is refunded once the fees are kept", () => {
  it("is less by each line's own fee, and by the return fee once", () => {
    expect(
      refundLessFees([mug, cap], lines, fees(["2.00", "3.00"], "4.95"), "eur")
    ).toEqual([
      { ...mug, amount: "13.04" },
      { ...cap, amount: "27.00" },
    ])
  })

  it("is the units themselves where nothing is kept", () => {
    expect(
      refundLessFees([mug, cap], lines, fees(["0.00", "0.00"], "0.00"), "eur")
    ).toEqual([mug, cap])
  })

  it("leaves out an item that the fee eats, and goes on with the next one", () => {
    expect(
      refundLessFees([mug, cap], lines, fees(["0.00", "0.00"], "25.00"), "eur")
    ).toEqual([{ ...cap, amount: "24.99" }])
  })

  it("and the fees are the whole, to the cent", () => {
    const cents = (most: number) =>
      fc.nat(most).map((value) => (value / 100).toFixed(2))
    fc.assert(
      fc.property(cents(999), cents(1000), cents(2999), (a, b, ofReturn) => {
        const left = refundLessFees(
          [mug, cap],
          lines,
          fees([a, b], ofReturn),
          "eur"
        )
        const refunded = sum(
          "0",
          ...left.map(
            ({ item_id, amount }) =>
              amount ??
              lines.find((line) => line.item_id === item_id)?.amount ??
              "0"
          )
        )
        expect(formatAmount(refunded, "eur")).toBe(
          formatAmount(subtract("49.99", a, b, ofReturn), "eur")
        )
      })
    )
  })
})
