import type { StoreRefundRequest } from "../../../types/refund-request"
import { fill } from "../format/fill"
import { formatDate, formatMoment } from "../format/format-date"
import { useRefunds } from "../provider/refunds-context"
import { AnswerForm } from "./answer-form"
import { CancelRequest } from "./cancel-request"

/** The states in which the customer may still take it back. */
const CANCELABLE = ["submitted", "needs_info"]

/** One request: what, when, how it stands, and what the customer can do. */
export function RequestCard({ request }: { request: StoreRefundRequest }) {
  const { classNames, locale, messages } = useRefunds()
  const { requests } = messages
  const { display_id, kind, status, lines, photos } = request
  const isWithdrawal = kind === "withdrawal"
  return (
    <li className={classNames.card} data-status={status}>
      <h3 className={classNames.subheading}>
        {fill(isWithdrawal ? requests.withdrawal : requests.request, {
          number: display_id,
        })}
      </h3>
      {/* Only this is read out when it changes: the card is long. */}
      <p role="status" className={classNames.status} data-status={status}>
        {requests.status[status]}
      </p>
      <p className={classNames.hint}>
        {fill(requests.received, {
          date: formatMoment(request.received_at, locale),
        })}
      </p>
      <ul className={classNames.lines}>
        {lines.map(({ item_id, title, quantity, reason }) => (
          <li key={item_id}>
            {fill(messages.refunds.line, { quantity, title })}
            {reason && `: ${reason.label}`}
          </li>
        ))}
      </ul>
      {photos > 0 && (
        <p className={classNames.hint}>
          {fill(requests.photos, { count: photos })}
        </p>
      )}
      {request.due_at && ["submitted", "approved"].includes(status) && (
        <p className={classNames.text}>
          {fill(requests.due, { date: formatDate(request.due_at, locale) })}
        </p>
      )}
      {request.decision_note && (
        <p className={classNames.text}>
          <strong>{requests.decision}:</strong> {request.decision_note}
        </p>
      )}
      {status === "needs_info" && <AnswerForm request={request} />}
      {CANCELABLE.includes(status) && <CancelRequest request={request} />}
    </li>
  )
}
