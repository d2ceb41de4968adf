import { cardName } from "./card-name"

describe("the name of a card", () => {
  it.each([
    ["visa", "Visa ••••4242"],
    ["amex", "American Express ••••4242"],
    ["mastercard", "Mastercard ••••4242"],
  ])("%s is %s", (brand, expected) => {
    expect(cardName({ brand, last4: "4242" })).toBe(expected)
  })
})
