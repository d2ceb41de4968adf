import { useEffect, useRef, useState } from "react"
import type { StoreRefundRequest } from "../../../types/refund-request"
import { fill } from "../format/fill"
import { ErrorMessage } from "../parts/error-message"
import { useAction } from "../provider/use-action"
import { useRefunds } from "../provider/refunds-context"

/** Takes a request back, after a question: it cannot be undone. */
export function CancelRequest({ request }: { request: StoreRefundRequest }) {
  const { client, orderId, access, classNames, messages, order } = useRefunds()
  const { requests } = messages
  const [isAsking, setAsking] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  const action = useAction()
  // The button that had the focus is gone.
  useEffect(() => {
    if (isAsking) {
      keep.current?.focus()
    }
  }, [isAsking])

  const cancel = () =>
    action.run(async () => {
      await client.cancelRequest(orderId, request.id, { access })
      order.refresh()
    })
  if (!isAsking) {
    return (
      <button
        type="button"
        className={classNames.button}
        onClick={() => setAsking(true)}
      >
        {fill(
          request.kind === "withdrawal"
            ? requests.cancelWithdrawal
            : requests.cancel,
          { number: request.display_id }
        )}
      </button>
    )
  }
  return (
    <div role="group" aria-label={requests.cancelQuestion}>
      <p className={classNames.text}>{requests.cancelQuestion}</p>
      <ErrorMessage action={action} />
      <div className={classNames.actions}>
        <button
          type="button"
          aria-disabled={action.isBusy}
          className={classNames.primaryButton}
          onClick={() => void cancel()}
        >
          {requests.cancelConfirm}
        </button>
        <button
          ref={keep}
          type="button"
          className={classNames.button}
          onClick={() => setAsking(false)}
        >
          {requests.cancelKeep}
        </button>
      </div>
    </div>
  )
}
