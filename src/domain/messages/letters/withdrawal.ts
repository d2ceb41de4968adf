import type { Block } from "../letter"
import type { MessageData, WithdrawalMessage } from "../messages"
import type { LetterContent, Pen } from "../write-letter"

/**
 * The acknowledgement of receipt that the law asks for: what was declared, and the
 * date and time at which it arrived (Directive 2011/83/EU, Article 11a(4)).
 */
export function withdrawalAcknowledged(
  data: MessageData["withdrawal.acknowledged"],
  pen: Pen
): LetterContent {
  const { texts, fill } = pen
  const { withdrawal } = texts
  const values = valuesOf(data, pen)
  const next = data.has_goods_to_return
    ? `${withdrawal.refund_after_goods} ${withdrawal.send_back}`
    : withdrawal.refund
  return {
    subject: fill(withdrawal.acknowledged_subject, values),
    blocks: [
      { kind: "paragraph", text: fill(withdrawal.acknowledged, values) },
      ...declarationOf(data, pen),
      { kind: "paragraph", text: next },
      { kind: "paragraph", text: withdrawal.keep },
    ],
  }
}

/** A declaration that the store holds to be without effect, and why. */
export function withdrawalInvalid(
  data: MessageData["withdrawal.invalid"],
  pen: Pen
): LetterContent {
  const { texts, fill } = pen
  const values = valuesOf(data, pen)
  return {
    subject: fill(texts.withdrawal.invalid_subject, values),
    blocks: [
      { kind: "paragraph", text: fill(texts.withdrawal.invalid, values) },
      { kind: "quote", title: texts.common.reason, text: data.reason },
      ...declarationOf(data, pen),
      { kind: "paragraph", text: texts.common.contact },
    ],
  }
}

const valuesOf = (data: WithdrawalMessage, { format }: Pen) => ({
  order: data.order_name,
  date: format.moment(data.declared_at),
})

/** Who declared what, and when it arrived. */
function declarationOf(
  { declared_at, declarant, declaration, items }: WithdrawalMessage,
  { texts: { common, withdrawal }, format, fill }: Pen
): Block[] {
  const goods = items
    ?.map(({ title, quantity }) =>
      fill(common.item, { title, quantity: format.count(quantity) })
    )
    .join(", ")
  return [
    ...(declaration === null
      ? []
      : [
          {
            kind: "quote" as const,
            title: withdrawal.declaration,
            text: declaration,
          },
        ]),
    {
      kind: "facts",
      rows: [
        { label: withdrawal.received_at, value: format.moment(declared_at) },
        { label: withdrawal.goods, value: goods ?? withdrawal.whole_order },
        { label: withdrawal.name, value: declarant.name },
        { label: withdrawal.email, value: declarant.email },
      ],
    },
  ]
}
