import type { PaymentLinkMessage } from "../messages"
import type { LetterContent, Pen } from "../write-letter"

/** A changed order of which something is still to be paid. */
export function paymentLinkOfEdit(
  { amount, currency_code, order_name, url }: PaymentLinkMessage,
  { texts: { edit }, format, fill }: Pen
): LetterContent {
  const values = {
    amount: format.money(amount, currency_code),
    order: order_name,
  }
  return {
    subject: fill(edit.link_subject, values),
    blocks: [
      { kind: "paragraph", text: fill(edit.link, values) },
      { kind: "button", label: fill(edit.pay, values), url },
    ],
  }
}
