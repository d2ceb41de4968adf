import { useState, type FormEvent } from "react"
import { ErrorMessage } from "../parts/error-message"
import { FormError } from "../parts/form-error"
import { Result } from "../parts/result"
import { Section } from "../parts/section"
import { TextField } from "../parts/text-field"
import { useAction } from "../provider/use-action"
import { useRefunds } from "../provider/refunds-context"

/** A guest has a link to an order mailed. What is answered never says whether it exists. */
export function RefundAccess() {
  const { client, classNames, messages } = useRefunds()
  const { access } = messages
  const [orderNumber, setOrderNumber] = useState("")
  const [email, setEmail] = useState("")
  const [isSent, setSent] = useState(false)
  const action = useAction()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void action.run(async () => {
      const display_id = orderNumber.trim().replace(/^#/, "")
      if (!display_id || !email.includes("@")) {
        const empty = display_id ? access.email : access.orderNumber
        throw new FormError(`${empty}: ${messages.required}`)
      }
      await client.requestAccess({ display_id, email: email.trim() })
      setSent(true)
    })
  }
  return (
    <Section title={access.title} name="access">
      {isSent ? (
        <Result>
          <p>{access.sent}</p>
        </Result>
      ) : (
        <form noValidate className={classNames.form} onSubmit={submit}>
          <p className={classNames.text}>{access.explanation}</p>
          <TextField
            required
            label={access.orderNumber}
            value={orderNumber}
            onChange={setOrderNumber}
          />
          <TextField
            required
            type="email"
            label={access.email}
            value={email}
            autoComplete="email"
            onChange={setEmail}
          />
          <ErrorMessage action={action} />
          <button
            type="submit"
            aria-disabled={action.isBusy}
            className={classNames.primaryButton}
          >
            {access.submit}
          </button>
        </form>
      )}
    </Section>
  )
}
