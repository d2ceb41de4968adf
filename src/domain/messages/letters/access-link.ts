import type { MessageData } from "../messages"
import type { LetterContent, Pen } from "../write-letter"

/** A link by which a guest sees their order. */
export function accessLink(
  {
    order_name,
    store_name,
    url,
    expires_at,
  }: MessageData["refund-access.link"],
  { texts: { access }, format, fill }: Pen
): LetterContent {
  const order = order_name
  return {
    subject: fill(access.subject, { order }),
    blocks: [
      {
        kind: "paragraph",
        text: fill(access.link, { order, store: store_name }),
      },
      { kind: "button", label: access.open, url },
      {
        kind: "paragraph",
        text: fill(access.until, { date: format.moment(expires_at) }),
      },
      { kind: "paragraph", text: access.not_you },
    ],
  }
}
