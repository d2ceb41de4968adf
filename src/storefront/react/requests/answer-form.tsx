import { useState, type FormEvent } from "react"
import type { StoreRefundRequest } from "../../../types/refund-request"
import { ErrorMessage } from "../parts/error-message"
import { FormError } from "../parts/form-error"
import { TextField } from "../parts/text-field"
import { useAction } from "../provider/use-action"
import { useRefunds } from "../provider/refunds-context"

/** The shop's question, and a field for the answer. */
export function AnswerForm({ request }: { request: StoreRefundRequest }) {
  const { client, orderId, access, classNames, messages, order } = useRefunds()
  const { requests } = messages
  const [answer, setAnswer] = useState("")
  const action = useAction()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void action.run(async () => {
      const text = answer.trim()
      if (!text) {
        throw new FormError(messages.required)
      }
      await client.answerRequest(orderId, request.id, text, { access })
      order.refresh()
    })
  }
  return (
    <form noValidate className={classNames.form} onSubmit={submit}>
      {request.question && (
        <p className={classNames.text}>
          <strong>{requests.question}:</strong> {request.question}
        </p>
      )}
      <TextField
        multiline
        required
        label={requests.answer}
        value={answer}
        maxLength={2000}
        onChange={setAnswer}
      />
      <ErrorMessage action={action} />
      <button
        type="submit"
        aria-disabled={action.isBusy}
        className={classNames.primaryButton}
      >
        {requests.sendAnswer}
      </button>
    </form>
  )
}
