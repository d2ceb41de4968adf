import { formatLocale, messageLanguage, pickLocale } from "./language"

describe("the language of a message", () => {
  it.each([
    ["de", "de"],
    ["de-AT", "de"],
    ["DE_at", "de"],
    ["pl-PL", "pl"],
    ["ja-JP", "en"],
    ["", "en"],
    ["not a locale", "en"],
  ])("of %j is %s", (locale, language) => {
    expect(messageLanguage(locale)).toBe(language)
  })

  it("has the region's habits, but never those of another language", () => {
    expect(formatLocale("de_AT")).toBe("de-AT")
    expect(formatLocale("en-IN")).toBe("en-IN")
    expect(formatLocale("ja-JP")).toBe("en")
    expect(formatLocale("de-")).toBe("de")
  })

  it("is the first that is written in, else the store's", () => {
    expect(pickLocale([null, undefined, "ja-JP", "fr-CA", "de"], "it")).toBe(
      "fr-CA"
    )
    expect(pickLocale([null, "ja"], "it")).toBe("it")
  })
})
