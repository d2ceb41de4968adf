import { MESSAGE_LANGUAGES, TEXTS } from "."
import { en } from "./en"

/** `{ "refund.failed": "..." }` */
const flat = (texts: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([group, words]) =>
      Object.entries(words as Record<string, string>).map(([key, text]) => [
        `${group}.${key}`,
        text,
      ])
    )
  )

const placesOf = (text: string): string[] =>
  [...new Set(text.match(/\{\w+\}/g))].sort()

/** Words that are the same in some languages: nobody forgot to translate them. */
const MAY_BE_SAME = [
  "common.item",
  "common.total",
  "withdrawal.name",
  "withdrawal.email",
]

describe.each(MESSAGE_LANGUAGES)("the texts in %s", (language) => {
  const texts = flat(TEXTS[language])
  const english = flat(en)

  it("have every key, and no other", () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort())
  })

  it("fill in what the English text fills in", () => {
    const places = (all: Record<string, string>) =>
      Object.entries(all).map(([key, text]) => [key, placesOf(text)])
    expect(Object.fromEntries(places(texts))).toEqual(
      Object.fromEntries(places(english))
    )
  })

  it("are written, and clean", () => {
    const unclean = Object.entries(texts).filter(
      ([, text]) => !text || text !== text.trim() || /\s\s|[<>&]|\n/.test(text)
    )
    expect(unclean).toEqual([])
  })

  it("are translated", () => {
    const same = Object.keys(english).filter(
      (key) =>
        language !== "en" &&
        texts[key] === english[key] &&
        !MAY_BE_SAME.includes(key)
    )
    expect(same).toEqual([])
  })
})
