import { Section } from "../parts/section"
import { Waiting } from "../parts/waiting"
import { useRefunds } from "../provider/refunds-context"
import { RequestCard } from "./request-card"

/** What the customer has asked for, and what became of it. It changes by itself. */
export function RefundRequests() {
  const { classNames, messages, order } = useRefunds()
  return (
    <Section title={messages.requests.title} name="requests">
      {order.state ? (
        order.state.refund_requests.length ? (
          <ul className={classNames.list}>
            {order.state.refund_requests.map((request) => (
              <RequestCard key={request.id} request={request} />
            ))}
          </ul>
        ) : (
          <p className={classNames.text}>{messages.requests.empty}</p>
        )
      ) : (
        <Waiting error={order.error} onRetry={order.refresh} />
      )}
    </Section>
  )
}
