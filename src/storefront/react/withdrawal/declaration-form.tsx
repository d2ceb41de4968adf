import { useEffect, useRef, type FormEvent, type ReactNode } from "react"
import { ErrorMessage } from "../parts/error-message"
import { useAction } from "../provider/use-action"
import { useRefunds } from "../provider/refunds-context"

/** The second step: the declaration, and the button that confirms it. */
export function DeclarationForm({
  children,
  onConfirm,
  onBack,
}: {
  children: ReactNode
  /** @throws what is to be shown */
  onConfirm: () => Promise<void>
  onBack: () => void
}) {
  const { classNames, messages } = useRefunds()
  const form = useRef<HTMLFormElement>(null)
  const action = useAction()
  // The button that had the focus is gone.
  useEffect(() => form.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void action.run(onConfirm)
  }
  return (
    <form
      ref={form}
      noValidate
      tabIndex={-1}
      aria-label={messages.withdrawal.title}
      className={classNames.form}
      onSubmit={submit}
    >
      {children}
      <ErrorMessage action={action} />
      <div className={classNames.actions}>
        <button
          type="submit"
          aria-disabled={action.isBusy}
          className={classNames.primaryButton}
        >
          {messages.withdrawal.confirm}
        </button>
        <button type="button" className={classNames.button} onClick={onBack}>
          {messages.withdrawal.cancel}
        </button>
      </div>
    </form>
  )
}
