import { currencyOf } from "./currency"
import { readRequestedAmount } from "./money"

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
