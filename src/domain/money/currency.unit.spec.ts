import { currencyOf } from "./currency"
import {
  formatAmount,
  formatPayable,
  fromMinorUnits,
  payableAsTaken,
  readRequestedAmount,
  smallestAmount,
  toMinorUnits,
} from "./money"
import { isNoise } from "./noise"
import { toMinor } from "./to-minor"

describe("how a currency counts", () => {
  it.each([
    ["EUR", "0.01", 1n],
    ["jpy", "1", 1n],
    ["isk", "1", 100n],
    ["kwd", "0.010", 10n],
    // Medusa's table has no decimals of it; Stripe has.
    ["huf", "0.01", 1n],
  ])("the smallest amount of %s is %s, %d at Stripe", (code, amount, minor) => {
    expect(smallestAmount(code)).toBe(amount)
    expect(toMinorUnits(amount, code)).toBe(minor)
    expect(currencyOf(code).code).toBe(code.toLowerCase())
  })

  it.each([
    ["bif", "1"],
    ["xpf", "1"],
    ["ugx", "1"],
    ["tnd", "0.010"],
    ["bhd", "0.010"],
  ])("the smallest amount of %s is %s", (code, amount) => {
    expect(smallestAmount(code)).toBe(amount)
  })
})

describe("an amount at Stripe", () => {
  it.each([
    ["12.34", "usd", 1234n],
    ["-0.05", "eur", -5n],
    ["1063", "jpy", 1063n],
    ["1.230", "kwd", 1230n],
    ["500", "isk", 50000n],
  ])("%s %s is %d, and back", (amount, code, minor) => {
    expect(toMinorUnits(amount, code)).toBe(minor)
    expect(fromMinorUnits(minor, code)).toBe(amount)
  })

  it.each([
    ["12.345", "usd"],
    ["1.235", "kwd"],
    ["0.5", "isk"],
  ])("of %s %s there is none", (amount, code) => {
    expect(() => toMinorUnits(amount, code)).toThrow("cannot be paid exactly")
  })

  it("that the currency cannot pay is told with all its digits", () => {
    expect(fromMinorUnits(1235n, "kwd")).toBe("1.235")
    expect(fromMinorUnits(50050n, "isk")).toBe("500.50")
  })
})

describe("an amount in writing", () => {
  it.each([
    [123n, "kwd", "1.230"],
    [-5n, "eur", "-0.05"],
    [0n, "eur", "0.00"],
    [-1063n, "jpy", "-1063"],
    [12n, "isk", "12"],
  ])("%d payable units of %s are %s", (payable, code, text) => {
    expect(formatPayable(payable, currencyOf(code))).toBe(text)
  })

  it.each([
    ["25", "eur", "25.00"],
    ["25.005", "eur", "25.005"],
    ["-3.1", "eur", "-3.10"],
    ["1.23", "kwd", "1.230"],
    ["7.0", "jpy", "7"],
  ])("%s %s is written %s", (amount, code, text) => {
    expect(formatAmount(amount, code)).toBe(text)
  })
})

describe("what a provider takes for an unrounded amount", () => {
  it.each([
    ["1.005", "eur", 101n],
    ["1.0049", "eur", 100n],
    ["-1.005", "eur", -100n],
    ["1062.5", "jpy", 1063n],
    ["1.061", "kwd", 1070n],
    ["1.0604", "kwd", 1060n],
    ["1.0605", "kwd", 1070n],
    ["1.060", "kwd", 1060n],
    ["0", "kwd", 0n],
  ])("%s %s: %d", (amount, code, minor) => {
    expect(toMinor(amount, code)).toBe(minor)
    const currency = currencyOf(code)
    expect(payableAsTaken(amount, currency) * currency.step).toBe(minor)
  })
})

describe("an amount that somebody asks for", () => {
  const read = (input: unknown, code = "eur") =>
    readRequestedAmount(input, currencyOf(code), "items.0.amount")
  const field = "items.0.amount"

  it.each<[unknown, string, bigint]>([
    ["12.34", "eur", 1234n],
    [12.5, "eur", 1250n],
    ["1e2", "eur", 10_000n],
    ["12.340", "eur", 1234n],
    ["1.23", "kwd", 123n],
    ["500", "isk", 500n],
  ])("%p %s is %d payable units", (input, code, amount) => {
    expect(read(input, code)).toEqual({ ok: true, amount })
  })

  it.each(["0", "-1", "", "x", "1,5", NaN, null, undefined, {}, [], 5n])(
    "is above zero, not %p",
    (input) => {
      expect(read(input)).toMatchObject({
        ok: false,
        error: { code: "invalid_amount", details: { field } },
      })
    }
  )

  it.each([
    ["0.001", "eur", "0.01"],
    ["1.005", "kwd", "0.010"],
    ["0.5", "jpy", "1"],
    ["1.50", "isk", "1"],
  ])("is not rounded: %s %s cannot be paid", (input, code, smallest) => {
    const refused = read(input, code)
    expect(refused).toMatchObject({
      ok: false,
      error: { code: "amount_not_representable", details: { field } },
    })
    expect(JSON.stringify(refused)).toContain(`smallest amount is ${smallest}.`)
  })

  it("is said again in a refusal, if it is text or a number, and not in full", () => {
    const message = (input: unknown) => {
      const refused = read(input)
      return refused.ok ? "" : refused.error.message
    }
    expect(message("-1")).toContain('not "-1".')
    expect(message(0)).toContain('not "0".')
    expect(message({ secret: 1 })).toContain("not object.")
    expect(message(`-${"1".repeat(50)}`)).toContain(`"-${"1".repeat(39)}".`)
  })
})

describe("what Medusa takes for nothing", () => {
  it.each([
    ["0.0001", true],
    ["-0.0001", true],
    ["0.00011", false],
    ["-0.00011", false],
  ])("%s: %p", (amount, nothing) => {
    expect(isNoise(amount)).toBe(nothing)
  })
})
