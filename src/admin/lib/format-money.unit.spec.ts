import { formatMoney, isAboveZero, percentOf } from "./format-money"

/** What remains of a formatted amount without the language's signs. */
const digits = (text: string) => text.replace(/\D/g, "")

describe("an amount for people", () => {
  it.each([
    ["12.34", "eur", "1234"],
    ["1200", "jpy", "1200"],
    ["1.230", "kwd", "1230"],
    ["90071992547409.93", "usd", "9007199254740993"],
  ])("shows every digit of %s %s", (amount, currency, shown) => {
    expect(digits(formatMoney(amount, currency))).toBe(shown)
  })

  it.each([
    ["0.00", false],
    ["-1.00", false],
    ["0.001", true],
    ["10", true],
  ])("%s is above zero: %s", (amount, expected) => {
    expect(isAboveZero(amount)).toBe(expected)
  })

  it("is drawn as no more than the whole, and as nothing of nothing", () => {
    expect(percentOf("5.00", "20.00")).toBe(25)
    expect(percentOf("30.00", "20.00")).toBe(100)
    expect(percentOf("1.00", "0.00")).toBe(0)
  })
})
