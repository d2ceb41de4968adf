import type { StoreOrderRefund } from "../../../types/store"
import { fill } from "../format/fill"
import { formatDate, formatLastDay } from "../format/format-date"
import { own } from "../format/own"
import { useRefunds } from "../provider/refunds-context"

/** How the money comes, when it should be there, and what to ask the bank with. */
export function RefundWhen({ refund }: { refund: StoreOrderRefund }) {
  const { classNames, locale, messages } = useRefunds()
  const { refunds } = messages
  const { expected_at, is_reversal, bank_references, action_expires_at } =
    refund
  const methods = refund.methods.map(
    ({ type, name }) => own(refunds.methods, type) ?? name
  )
  const texts = [
    methods.length > 0 && fill(refunds.by, { methods: methods.join(", ") }),
    expected_at &&
      !is_reversal &&
      fill(refunds.expected, {
        from: formatDate(expected_at.from, locale),
        to: formatDate(expected_at.to, locale),
      }),
    is_reversal && refunds.reversal,
    action_expires_at &&
      fill(refunds.actionUntil, {
        date: formatLastDay(action_expires_at, locale),
      }),
    ...bank_references.map((reference) =>
      fill(refunds.bankReference, { reference })
    ),
  ].flatMap((text) => text || [])
  return texts.map((text) => (
    <p key={text} className={classNames.text}>
      {text}
    </p>
  ))
}
