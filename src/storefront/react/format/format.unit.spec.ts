import { errorOf } from "../../client/refunds-error"
import { de, en } from "../../messages"
import { blockedText, errorText } from "./error-text"
import { fill } from "./fill"
import { formatDate, formatLastDay, formatMoment } from "./format-date"
import { formatMoney } from "./format-money"

describe("money", () => {
  it.each([
    ["12.30", "eur", "de", "12,30 €"],
    ["12.30", "eur", "en", "€12.30"],
    ["1234567.89", "usd", "en", "$1,234,567.89"],
    ["3000", "jpy", "en", "¥3,000"],
    ["1.234", "kwd", "en", "KWD 1.234"],
    // More than a float can hold.
    ["90071992547409.93", "eur", "en", "€90,071,992,547,409.93"],
  ])("%s %s is written in %s as %s", (amount, currency, locale, written) => {
    expect(formatMoney(amount, currency, locale).replace(/\s/g, " ")).toBe(
      written
    )
  })
})

describe("dates", () => {
  it("are written as the language does", () => {
    expect(formatDate("2026-12-01T12:00:00Z", "de")).toBe("1. Dezember 2026")
    expect(formatDate("2026-12-01T12:00:00Z", "en")).toBe("December 1, 2026")
  })

  it("of a receipt have the time, the second and the time zone", () => {
    expect(formatMoment("2026-12-01T12:34:56Z", "en")).toMatch(
      /^December \d, 2026 at \d+:34:56\s[AP]M .+$/
    )
  })

  it("name the last day on which something is possible, not the first on which it is not", () => {
    const midnight = new Date(2026, 11, 2).toISOString()
    expect(formatLastDay(midnight, "en")).toBe("December 1, 2026")
  })
})

describe("texts with values", () => {
  it("show the values", () => {
    expect(fill("{a} of {b}, {a}", { a: 1, b: "x" })).toBe("1 of x, 1")
  })

  it("show a placeholder that has no value, and take no value from elsewhere", () => {
    expect(fill("{c} {toString}", {})).toBe("{c} {toString}")
  })

  it("do not read a value as a text with values", () => {
    expect(fill("{a}", { a: "{b}", b: "no" })).toBe("{b}")
  })
})

describe("errors", () => {
  it("are said in the customer's language by their code", () => {
    const error = errorOf(409, {
      code: "already_requested",
      message: "English",
    })
    expect(errorText(error, de)).toBe(de.errors.already_requested)
  })

  it.each([
    ["a code without a text", errorOf(400, { code: "plan_changed" })],
    ["what is no error of the store", new TypeError("x is not a function")],
    ["a code that is no code", errorOf(400, { code: "constructor" })],
  ])("say no more than that it failed for %s", (_what, error) => {
    expect(errorText(error, en)).toBe(en.errors.unknown_error)
  })
})

describe("why something cannot be asked for", () => {
  it("is said in the customer's language", () => {
    expect(blockedText({ code: "window_over", text: "Over." }, de)).toBe(
      de.blocked.window_over
    )
  })

  it("is said in the shop's words where the shop named the ground", () => {
    expect(blockedText({ code: "final_sale", text: "Hygiene." }, de)).toBe(
      "Hygiene."
    )
  })
})
