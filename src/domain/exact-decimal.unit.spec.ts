import { shownDecimal } from "./exact-decimal"

describe("an amount in a sentence", () => {
  it.each([
    ["0.00333333333333333333", "0.003333"],
    ["-19.82666666666666666667", "-19.826667"],
    ["12.34", "12.34"],
    ["1000.500", "1000.500"],
    ["0.99999999999999999999", "1"],
  ])("%s is shown as %s", (exact, shown) => {
    expect(shownDecimal(exact)).toBe(shown)
  })
})
