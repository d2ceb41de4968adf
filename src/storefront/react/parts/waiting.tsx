import { errorText } from "../format/error-text"
import { useRefunds } from "../provider/refunds-context"

/** In the place of what is not there yet, or could not be read. */
export function Waiting({
  error,
  onRetry,
}: {
  error: unknown
  onRetry: () => void
}) {
  const { classNames, messages } = useRefunds()
  if (!error) {
    return (
      <p role="status" className={classNames.hint}>
        {messages.loading}
      </p>
    )
  }
  return (
    <div role="alert" className={classNames.error}>
      <p>{errorText(error, messages)}</p>
      <button type="button" className={classNames.button} onClick={onRetry}>
        {messages.tryAgain}
      </button>
    </div>
  )
}
