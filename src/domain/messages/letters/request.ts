import type { Block } from "../letter"
import type { MessageData, RequestMessage } from "../messages"
import type { LetterContent, Pen } from "../write-letter"

/** The store has what the customer asked for. */
export function requestReceived(
  data: MessageData["refund-request.received"],
  pen: Pen
): LetterContent {
  const { texts, format, fill } = pen
  return {
    subject: fill(texts.request.received_subject, { order: data.order_name }),
    blocks: [
      {
        kind: "paragraph",
        text: fill(texts.request.received, {
          date: format.date(data.submitted_at),
        }),
      },
      ...askedFor(data, pen),
      ...(data.message
        ? [
            {
              kind: "quote" as const,
              title: texts.request.message,
              text: data.message,
            },
          ]
        : []),
      ...viewOf(data, texts.request.view),
    ],
  }
}

/** The store will refund. */
export function requestApproved(
  data: MessageData["refund-request.approved"],
  pen: Pen
): LetterContent {
  const { texts, format, fill } = pen
  const amount = format.money(data.amount, data.currency_code)
  const order = data.order_name
  const sentences = [
    fill(texts.request.approved, { order }),
    fill(texts.request.approved_amount, { amount }),
    ...(data.has_goods_to_return ? [texts.request.approved_return] : []),
    texts.request.approved_next,
  ]
  return {
    subject: fill(texts.request.approved_subject, { order }),
    blocks: [
      { kind: "paragraph", text: sentences.join(" ") },
      ...askedFor(data, pen),
      ...quoteOf(
        fill(texts.common.note, { store: data.store_name }),
        data.note ?? ""
      ),
      ...viewOf(data, texts.request.view),
    ],
  }
}

/** The store will not refund, and why. */
export function requestDeclined(
  data: MessageData["refund-request.declined"],
  pen: Pen
): LetterContent {
  const { texts, fill } = pen
  const order = data.order_name
  return {
    subject: fill(texts.request.declined_subject, { order }),
    blocks: [
      { kind: "paragraph", text: fill(texts.request.declined, { order }) },
      ...quoteOf(texts.common.reason, data.reason),
      ...askedFor(data, pen),
      { kind: "paragraph", text: texts.common.contact },
      ...viewOf(data, texts.request.view),
    ],
  }
}

/** The store has to know something before it decides. */
export function requestQuestion(
  data: MessageData["refund-request.question"],
  { texts, fill }: Pen
): LetterContent {
  const order = data.order_name
  return {
    subject: fill(texts.request.question_subject, { order }),
    blocks: [
      { kind: "paragraph", text: fill(texts.request.question, { order }) },
      ...quoteOf(data.store_name, data.question),
      ...viewOf(data, texts.request.answer),
    ],
  }
}

const askedFor = (
  { items }: RequestMessage,
  { texts, format, fill }: Pen
): Block[] =>
  items.length
    ? [
        {
          kind: "list",
          title: texts.request.asked,
          items: items.map(({ title, quantity }) =>
            fill(texts.common.item, { title, quantity: format.count(quantity) })
          ),
        },
      ]
    : []

const quoteOf = (title: string, text: string): Block[] =>
  text ? [{ kind: "quote", title, text }] : []

const viewOf = (
  { request_url: url }: RequestMessage,
  label: string
): Block[] => (url ? [{ kind: "button", label, url }] : [])
