import * as languages from "."
import type { RefundMessages } from "."

const all = Object.entries(languages) as [string, RefundMessages][]

/** Every text with its place: `["form.submit", "Send request"]`. */
const texts = (node: object, path = ""): [string, string][] =>
  Object.entries(node).flatMap(([name, value]: [string, string | object]) =>
    typeof value === "string"
      ? [[`${path}${name}`, value] as [string, string]]
      : texts(value, `${path}${name}.`)
  )

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

describe.each(all)("the messages in %s", (language, messages) => {
  it("are all there, with the values that English shows", () => {
    const shape = (of: RefundMessages) =>
      texts(of)
        .map(([path, text]) => [path, placeholders(text)] as const)
        .sort()
    expect(shape(messages)).toEqual(shape(languages.en))
  })

  it("are not empty, and have no blanks around them", () => {
    expect(
      texts(messages).filter(([, text]) => !text || text !== text.trim())
    ).toEqual([])
  })

  it("say which language they are in", () => {
    expect(messages.locale).toBe(language)
  })

  it("can be handed from a server to the browser as they are", () => {
    expect(JSON.parse(JSON.stringify(messages))).toEqual(messages)
  })

  it("are translated", () => {
    const english = new Map(texts(languages.en))
    const same = texts(messages)
      .filter(([path, text]) => english.get(path) === text)
      .map(([path]) => path)
    expect(language === "en" ? ["refunds.line"] : same).toEqual([
      "refunds.line",
    ])
  })
})

describe("the withdrawal", () => {
  it.each([
    ["en", "withdraw from contract here", "confirm withdrawal"],
    ["de", "Vertrag widerrufen", "Widerruf bestätigen"],
    ["fr", "renoncer au contrat ici", "confirmer la rétractation"],
    ["es", "desistir del contrato aquí", "confirmar el desistimiento"],
    ["it", "recedere dal contratto qui", "confermare il recesso"],
    ["pl", "odstąp od umowy tutaj", "potwierdź odstąpienie od umowy"],
    ["nl", "overeenkomst hier herroepen", "herroeping bevestigen"],
  ])(
    "is labelled in %s as the directive words it",
    (language, start, confirm) => {
      const { withdrawal } = Object.fromEntries(all)[language] ?? languages.en
      expect(withdrawal.start.toLowerCase()).toBe(start.toLowerCase())
      expect(withdrawal.confirm.toLowerCase()).toBe(confirm.toLowerCase())
    }
  )
})
