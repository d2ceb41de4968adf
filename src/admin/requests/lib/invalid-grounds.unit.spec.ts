import { STATUTORY_GROUNDS } from "../../../domain/policy/statutory-grounds"
import translations from "../../i18n"
import { INVALID_GROUNDS, withGround } from "./invalid-grounds"

describe.each(["en", "de"] as const)(
  "the grounds of an invalid withdrawal in %s",
  (language) => {
    const { grounds, text } =
      translations[language].translation.refundRequests.invalid

    it("all have a name", () => {
      expect(Object.keys(grounds)).toEqual([...INVALID_GROUNDS])
    })

    it("name the law to the customer, but for the one of the merchant's own words", () => {
      expect([...Object.keys(text), "other"]).toEqual([...INVALID_GROUNDS])
      for (const words of Object.values(text)) {
        expect(words).toContain("2011/83/EU")
      }
    })
  }
)

it("all exceptions that a policy can name are among them", () => {
  expect(
    [
      ...Object.keys(STATUTORY_GROUNDS),
      "no_consumer",
      "other",
      "period_over",
    ].sort()
  ).toEqual([...INVALID_GROUNDS].sort())
})

describe("another ground", () => {
  it("replaces the text of the one before", () => {
    expect(withGround("First.", "First.", "Second.")).toBe("Second.")
    expect(withGround("First.", "First.", "")).toBe("")
  })

  it("fills an empty field", () => {
    expect(withGround(" ", "", "Second.")).toBe("Second.")
  })

  it("leaves words alone that somebody wrote", () => {
    expect(withGround("First, and more.", "First.", "Second.")).toBe(
      "First, and more."
    )
  })
})
