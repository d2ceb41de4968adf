import { planWarnings } from "./plan-warnings"

describe("the warnings of a plan", () => {
  it("come in the server's words, but for products that are not counted: once", () => {
    const warnings = [
      { code: "limited_to_payments", message: "Covered by other means." },
      { code: "stock_not_managed", message: "Not counted: item_1" },
      { code: "stock_not_managed", message: "Not counted: item_2" },
    ]
    expect(planWarnings({ warnings }, (key) => key)).toEqual([
      "Covered by other means.",
      "refunds.goods.uncounted",
    ])
  })
})
