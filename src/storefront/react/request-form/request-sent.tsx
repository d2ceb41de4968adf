import { useState } from "react"
import { fill } from "../format/fill"
import { ErrorMessage } from "../parts/error-message"
import { Result } from "../parts/result"
import { useAction } from "../provider/use-action"
import { useRefunds } from "../provider/refunds-context"
import type { SentRequest } from "./use-send-request"

/** The request has arrived. Its photos may have to be sent once more. */
export function RequestSent({
  sent: { request, photos },
  onAnother,
}: {
  sent: SentRequest
  onAnother: () => void
}) {
  const { client, orderId, access, classNames, messages, order } = useRefunds()
  const { form } = messages
  const [missing, setMissing] = useState(photos)
  const action = useAction()
  const sendAgain = () =>
    action.run(async () => {
      await client.addPhotos(orderId, request.id, missing, { access })
      setMissing([])
      order.refresh()
    })
  return (
    <>
      <Result>
        <p>{fill(form.sent, { number: request.display_id })}</p>
        <p>{missing.length ? form.photosFailed : form.sentNext}</p>
      </Result>
      <ErrorMessage action={action} />
      <div className={classNames.actions}>
        {missing.length > 0 && (
          <button
            type="button"
            aria-disabled={action.isBusy}
            className={classNames.primaryButton}
            onClick={() => void sendAgain()}
          >
            {form.sendPhotos}
          </button>
        )}
        <button type="button" className={classNames.button} onClick={onAnother}>
          {form.another}
        </button>
      </div>
    </>
  )
}
