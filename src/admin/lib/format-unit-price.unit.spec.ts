import { formatUnitPrice } from "./format-unit-price"

describe("the price of one unit", () => {
  it.each([
    [89, "eur", "€89.00"],
    [19.99, "eur", "€19.99"],
    [0.0045, "eur", "€0.0045"],
    [3190, "jpy", "¥3,190"],
  ])("%d in %s is %s", (price, currency, expected) => {
    expect(formatUnitPrice(price, currency)).toBe(expected)
  })
})
