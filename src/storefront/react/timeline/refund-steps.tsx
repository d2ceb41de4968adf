import type { StoreOrderRefund } from "../../../types/store"
import { formatMoment } from "../format/format-date"
import { useRefunds } from "../provider/refunds-context"

/** What happened to a refund so far, oldest first. */
export function RefundSteps({ refund }: { refund: StoreOrderRefund }) {
  const { classNames, locale, messages } = useRefunds()
  const last = refund.timeline.length - 1
  return (
    <ol className={classNames.steps} aria-label={messages.refunds.history}>
      {refund.timeline.map(({ status, at }, index) => (
        <li
          key={`${status}-${at}`}
          className={classNames.step}
          data-status={status}
          aria-current={index === last ? "step" : undefined}
        >
          <span>{messages.refunds.status[status]}</span>{" "}
          <time dateTime={at}>{formatMoment(at, locale)}</time>
        </li>
      ))}
    </ol>
  )
}
