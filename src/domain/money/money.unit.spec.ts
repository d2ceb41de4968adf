import { currencyOf } from "./currency"
import { payablePart, readRequestedAmount } from "./money"

const read = (input: unknown, code: string) =>
  readRequestedAmount(input, currencyOf(code), "amount")

describe("an amount that somebody asks for", () => {
  it.each([
    ["9999999999.99", "eur"],
    ["999999999999", "jpy"],
    ["999999999.99", "kwd"],
  ])("has twelve digits at most, in minor units (%s %s)", (amount, code) => {
    expect(read(amount, code)).toMatchObject({ ok: true })
  })

  it.each([
    ["10000000000", "eur"],
    ["1000000000000", "jpy"],
    ["1000000000", "kwd"],
    [1e300, "eur"],
    ["1".repeat(64), "eur"],
  ])(
    "is refused in a short sentence when it is more (%s %s)",
    (amount, code) => {
      const refused = read(amount, code)
      expect(refused).toMatchObject({
        ok: false,
        error: { code: "invalid_amount", details: { field: "amount" } },
      })
      expect(JSON.stringify(refused).length).toBeLessThan(200)
    }
  )
})

describe("a part of an amount", () => {
  it.each([
    ["19.99", 9, 10, "eur", "17.99"],
    ["0.05", 1, 2, "eur", "0.03"],
    ["1063", 1, 3, "jpy", "354"],
    ["1.000", 1, 3, "kwd", "0.330"],
  ])("%s x %s/%s in %s is %s", (amount, part, whole, currency, expected) => {
    expect(payablePart(amount, part, whole, currency)).toBe(expected)
  })
})
