import translations from "./index"

type Texts = { [key: string]: string | Texts }

const textsOf = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : textsOf(value, `${path}${key}.`)
  )

const placeholders = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort()

describe("the translations", () => {
  const en = textsOf(translations.en.translation)
  const de = new Map(textsOf(translations.de.translation))

  it("lie under roots of our own, so that they meet no one else's", () => {
    expect(Object.keys(translations.en.translation)).toEqual([
      "refunds",
      "refundReconciliation",
      "refundOrderEdit",
      "refundRelease",
      "refundRequests",
    ])
  })

  it("have the same keys in every language", () => {
    expect([...de.keys()].sort()).toEqual(en.map(([key]) => key).sort())
  })

  it.each(en)("%s takes the same values in every language", (key, text) => {
    expect(placeholders(de.get(key) ?? "")).toEqual(placeholders(text))
  })
})
