import { fill } from "./fill"
import { createFormat, type Format } from "./format"
import { formatLocale, messageLanguage } from "./language"
import type { Block, Letter } from "./letter"
import type { MessageFrame } from "./messages"
import { TEXTS, type Texts } from "./texts"

/** What a message is written with. */
export type Pen = {
  texts: Texts
  format: Format
  fill: typeof fill
}

/** What one message says, beside what they all say. */
export type LetterContent = { subject: string; blocks: Block[] }

/** Puts a message between its greeting and its end, in the language of a locale. */
export function writeLetter<Data extends MessageFrame>(
  data: Data,
  locale: string,
  write: (data: Data, pen: Pen) => LetterContent
): Letter {
  const language = messageLanguage(locale)
  const texts: Texts = TEXTS[language]
  const format = createFormat(formatLocale(locale), data.time_zone)
  const { subject, blocks } = write(data, { texts, format, fill })
  const { common } = texts
  return {
    language,
    subject: onOneLine(subject),
    store_name: onOneLine(data.store_name),
    greeting: data.customer_name
      ? fill(common.greeting, { name: onOneLine(data.customer_name) })
      : common.greeting_unnamed,
    // A message that asks for one thing has one button.
    blocks:
      data.order_url && !blocks.some(({ kind }) => kind === "button")
        ? [
            ...blocks,
            { kind: "button", label: common.view_order, url: data.order_url },
          ]
        : blocks,
    closing: common.closing,
    footer: fill(common.footer, {
      order: data.order_name,
      store: onOneLine(data.store_name),
    }),
  }
}

/** A line break in a subject would let a title write headers of the mail. */
const onOneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim()
