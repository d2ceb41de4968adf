import { Waiting } from "../parts/waiting"
import { Section } from "../parts/section"
import { useRefunds } from "../provider/refunds-context"
import { RefundCard } from "./refund-card"

/** What happens to the customer's money, refund by refund. It changes by itself. */
export function RefundTimeline() {
  const { classNames, messages, order } = useRefunds()
  return (
    <Section title={messages.refunds.title} name="timeline">
      {order.state ? (
        // Polite: a change is read out once the reader is done with its sentence.
        <div aria-live="polite">
          {order.state.order_refunds.length ? (
            <ul className={classNames.list}>
              {order.state.order_refunds.map((refund) => (
                <RefundCard key={refund.id} refund={refund} />
              ))}
            </ul>
          ) : (
            <p className={classNames.text}>{messages.refunds.empty}</p>
          )}
        </div>
      ) : (
        <Waiting error={order.error} onRetry={order.refresh} />
      )}
    </Section>
  )
}
