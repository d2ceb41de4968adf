import fc from "fast-check"
import { sum } from "../money/decimal-math"
import { exampleMessage, refundMessage } from "./__fixtures__/messages"
import { MESSAGE_TEMPLATES } from "./messages"
import { renderMessage } from "./render-message"
import { MESSAGE_LANGUAGES } from "./texts"

const every = MESSAGE_TEMPLATES.flatMap((template) =>
  MESSAGE_LANGUAGES.map((language) => [template, language] as const)
)

const succeeded = (more: Parameters<typeof refundMessage>[0], locale = "en") =>
  renderMessage(
    { template: "refund.succeeded", data: refundMessage(more) },
    locale
  )

describe("a message", () => {
  it.each(every)("%s in %s leaves no gap", (template, language) => {
    const { subject, text, html } = renderMessage(
      exampleMessage(template),
      language
    )
    for (const part of [
      subject,
      text,
      html.replace(/<style>.*<\/style>/s, ""),
    ]) {
      expect(part).not.toMatch(
        /\{\w*\}|undefined|\bnull\b|NaN|Invalid|\[object/
      )
    }
    expect(subject.length).toBeLessThan(80)
    expect(text).toContain("#1042")
  })

  it.each(every)("%s in %s loads and runs nothing", (template, language) => {
    const { html } = renderMessage(exampleMessage(template), language)
    expect(html).not.toMatch(
      /<(script|img|link|iframe|form|object)\b|url\(|@import|\son\w+=/i
    )
    expect(html).toContain(`<html lang="${language}">`)
  })

  it.each(every)(
    "%s in %s says the same with HTML and without",
    (template, language) => {
      const { text, html } = renderMessage(exampleMessage(template), language)
      const words = (all: string) =>
        new Set(all.match(/[\p{L}\p{N}#]{3,}/gu) ?? [])
      const shown = words(
        html
          .replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, "")
          .replace(/&amp;/g, "&")
          .replace(/&#39;/g, "'")
      )
      const missing = [...words(text)].filter((word) => !shown.has(word))
      expect(missing).toEqual([])
    }
  )

  it("is the same each time", () => {
    const message = exampleMessage("refund.succeeded")
    expect(renderMessage(message, "de-AT")).toEqual(
      renderMessage(message, "de-AT")
    )
  })

  it("escapes whatever a title, a note or a name says", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.constantFrom("<script>", '"><img src=x>', "&", "'", "</td>"),
        (before, bad) => {
          const word = `${before}${bad}`
          const { html, subject } = succeeded({
            note: word,
            customer_name: word,
            store_name: word,
            references: [word],
            lines: [
              { kind: "item", title: word, quantity: 1, amount: "30.00" },
            ],
          })
          const clean = succeeded({})
          const tags = (all: string) =>
            new Set(all.match(/<\/?[a-z!][^\s>]*/gi))
          expect(tags(html)).toEqual(tags(clean.html))
          expect(subject).not.toMatch(/[\r\n\u2028\u2029]/)
        }
      )
    )
  })

  it("has a subject of one line, whatever the order is called", () => {
    const { subject } = renderMessage(
      {
        template: "refund-access.link",
        data: {
          store_name: "Shop",
          customer_name: null,
          order_name: "#1\r\nBcc: all@example.com",
          order_url: null,
          time_zone: "UTC",
          url: "https://shop.example.com",
          expires_at: "2026-12-20T09:00:00.000Z",
        },
      },
      "en"
    )
    expect(subject).toBe("Your link to order #1 Bcc: all@example.com")
  })

  it("links to nothing but the web", () => {
    const { html, text } = succeeded({ order_url: "javascript:alert(1)" })
    expect(html).not.toContain("javascript:")
    expect(text).not.toContain("javascript:")
  })

  it("greets who has no name", () => {
    expect(succeeded({ customer_name: null }).text).toMatch(/^Hello,\n/)
  })
})

describe("amounts and dates in a message", () => {
  it("are exact, and as the reader writes them", () => {
    const money = (amount: string, currency_code: string, locale: string) =>
      succeeded({ amount, currency_code }, locale).subject.replace(/\s/g, " ")
    expect(money("1234.50", "eur", "de")).toContain("1.234,50 €")
    expect(money("1234.5", "chf", "de-CH")).toMatch(/CHF 1['’]234\.50/)
    expect(money("1500", "jpy", "en")).toContain("¥1,500")
    expect(money("1.255", "kwd", "en")).toContain("KWD 1.255")
    expect(money("12345678901234567.89", "usd", "en")).toContain(
      "$12,345,678,901,234,567.89"
    )
    // More digits than the currency shows are not rounded away.
    expect(money("0.005", "eur", "en")).toContain("€0.005")
  })

  it("of the lines add up to the total that is shown", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5_000, max: 100_000 }), {
          minLength: 1,
          maxLength: 12,
        }),
        (cents) => {
          const amounts = cents.map((each) => (each / 100).toFixed(2))
          const total = sum(...amounts)
          const { text } = succeeded({
            amount: total,
            lines: amounts.map((amount, index) => ({
              kind: "item",
              title: `Line ${index}`,
              quantity: 1,
              amount,
            })),
          })
          const shown = [...text.matchAll(/(-?)€([\d,]+\.\d\d)$/gm)].map(
            ([, sign, digits = ""]) => `${sign}${digits.replaceAll(",", "")}`
          )
          expect(Number(sum(...shown.slice(0, -1)))).toBe(Number(shown.at(-1)))
        }
      )
    )
  })

  it("are told in the store's time zone, a deadline with its name", () => {
    const acknowledged = renderMessage(
      exampleMessage("withdrawal.acknowledged"),
      "en-GB"
    ).text.replace(/\s+/g, " ")
    expect(acknowledged).toContain("20 November 2026 at 23:30 CET")
  })
})

describe("what a message says of the money", () => {
  it("is when to expect it", () => {
    expect(succeeded({}).text.replace(/\s+/g, " ")).toContain(
      "between November 27, 2026 and December 4, 2026"
    )
  })

  it("is that a charge disappears, and then no date", () => {
    const { text } = succeeded({ reversed: "30.00", references: [] })
    expect(text).toContain("disappears from your statement")
    expect(text).not.toContain("It should be on your account")
  })

  it("is how much of it disappears, and when to expect the rest", () => {
    const text = succeeded({ reversed: "10.00" }).text.replace(/\s+/g, " ")
    expect(text).toContain("€10.00 of it is a cancelled charge")
    expect(text).toContain("It should be on your account")
  })

  it("is that it was paid another way, without a date", () => {
    const { subject, text } = succeeded({ paid_another_way: "30.00" })
    expect(subject).toBe("Your refund of €30.00 has been paid")
    expect(text).toContain("another way")
    expect(text).not.toContain("It should be on your account")
  })

  it("is honest where it failed after it was told to be paid", () => {
    const { text } = renderMessage(exampleMessage("refund.failed"), "en")
    expect(text.replace(/\s+/g, " ")).toContain(
      "On November 20, 2026 we told you that this refund had been paid. Since then the money has come back to us."
    )
  })

  it("is how much of it failed, where it was a part", () => {
    const { subject, text } = renderMessage(
      {
        template: "refund.failed",
        data: refundMessage({ failed: "10.00", references: [] }),
      },
      "en"
    )
    expect(subject).toBe("Your refund of €10.00 did not go through")
    expect(text).toContain("€10.00 of your refund of €30.00")
    expect(text.replace(/\s+/g, " ")).toContain("we still owe you €10.00")
  })
})
