import { equal, isZero, subtract } from "../../money/decimal-math"
import type { Block } from "../letter"
import type { MessageLine, RefundMessage } from "../messages"
import type { Pen } from "../write-letter"

/** One paragraph. */
export const paragraph = (text: string): Block => ({ kind: "paragraph", text })

/** What the sentences of a refund are filled in with. */
export const valuesOf = (
  { amount, failed, currency_code, order_name }: RefundMessage,
  { format }: Pen
) => ({
  amount: format.money(amount, currency_code),
  failed: format.money(failed, currency_code),
  order: order_name,
})

/** When to expect the money, and why it may not be an entry of its own. */
export function whenAndHow(data: RefundMessage, pen: Pen): Block[] {
  const { texts, format, fill } = pen
  const isReversed = equal(
    data.reversed,
    subtract(data.amount, data.paid_another_way)
  )
  const blocks: Block[] = []
  if (!isZero(data.reversed)) {
    const { reversal, reversal_part } = texts.refund
    const amount = format.money(data.reversed, data.currency_code)
    blocks.push(
      paragraph(isReversed ? reversal : fill(reversal_part, { amount }))
    )
  }
  // A charge that disappears is no money to wait for.
  if (data.expected && !isReversed) {
    blocks.push(
      paragraph(
        fill(texts.refund.expected, {
          from: format.date(data.expected.from),
          to: format.date(data.expected.to),
        })
      )
    )
  }
  return blocks
}

/** What the money is for; the lines add up to the amount. */
export const linesOf = (data: RefundMessage, pen: Pen): Block[] =>
  data.lines.length
    ? [
        {
          kind: "amounts",
          rows: data.lines.map((line) => ({
            label: labelOf(line, pen),
            amount: pen.format.money(line.amount, data.currency_code),
          })),
          total: {
            label: pen.texts.common.total,
            amount: pen.format.money(data.amount, data.currency_code),
          },
        },
      ]
    : []

/** Some lines have a title that was written for merchants. */
function labelOf(
  { kind, title, quantity }: MessageLine,
  { texts: { common }, format, fill }: Pen
): string {
  switch (kind) {
    case "item":
      return quantity > 0
        ? fill(common.item, { quantity: format.count(quantity), title })
        : title
    case "shipping":
      return fill(common.shipping, { title })
    case "adjustment":
      return title
    case "outstanding":
      return common.outstanding
    case "unallocated":
      return common.unallocated
  }
}

/** What the merchant wrote for the customer. */
export const noteOf = (
  { note, store_name }: RefundMessage,
  { texts: { common }, fill }: Pen
): Block[] =>
  note
    ? [
        {
          kind: "quote",
          title: fill(common.note, { store: store_name }),
          text: note,
        },
      ]
    : []

/** By what a bank finds the money. */
export const referencesOf = (
  { references }: RefundMessage,
  { texts: { refund } }: Pen
): Block[] =>
  references.length
    ? [
        paragraph(refund.trace),
        {
          kind: "facts",
          rows: references.map((value) => ({
            label: refund.reference,
            value,
          })),
        },
      ]
    : []
