import { useState, type FormEvent } from "react"
import { FormError } from "../parts/form-error"
import { ErrorMessage } from "../parts/error-message"
import { SelectField } from "../parts/select-field"
import { TextField } from "../parts/text-field"
import type { RefundOptions } from "../provider/use-refund-options"
import { useAction } from "../provider/use-action"
import { useRefunds } from "../provider/refunds-context"
import { PhotoField } from "./photo-field"
import { photoProblem, type PhotoLimits } from "./photo-limits"
import { EMPTY_DRAFT, requestOf, resolutionsOf } from "./request-draft"
import { RequestItems } from "./request-items"
import { RequestTerms } from "./request-terms"
import { useSendRequest, type SentRequest } from "./use-send-request"

/** The fields of the form, and sending it. */
export function RequestFields({
  options,
  limits,
  isOpen,
  onSent,
}: {
  options: RefundOptions
  limits: PhotoLimits
  /** Without anything to ask for, only the reasons are shown. */
  isOpen: boolean
  onSent: (sent: SentRequest) => void
}) {
  const { classNames, messages } = useRefunds()
  const { form } = messages
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [photos, setPhotos] = useState<File[]>([])
  const send = useSendRequest()
  const action = useAction()
  const resolutions = resolutionsOf(options.items)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void action.run(async () => {
      const body = requestOf(draft, options.items, messages)
      const problem = photoProblem(photos, limits, messages)
      if (problem) {
        throw new FormError(problem)
      }
      onSent(await send(body, photos))
    })
  }

  return (
    <form noValidate className={classNames.form} onSubmit={submit}>
      <RequestItems options={options} draft={draft} onChange={setDraft} />
      {isOpen && (
        <>
          {resolutions.length > 1 && (
            <SelectField
              label={form.resolution}
              value={draft.resolution}
              choices={resolutions.map((value) => ({
                value,
                label: form.resolutions[value] ?? value,
              }))}
              onChange={(resolution) => setDraft({ ...draft, resolution })}
            />
          )}
          <TextField
            multiline
            label={form.message}
            value={draft.message}
            maxLength={2000}
            onChange={(message) => setDraft({ ...draft, message })}
          />
          {limits.count > 0 && (
            <PhotoField photos={photos} limits={limits} onChange={setPhotos} />
          )}
        </>
      )}
      <RequestTerms options={options} />
      <ErrorMessage action={action} />
      {isOpen && (
        <button
          type="submit"
          // Not `disabled`: the focus would be lost.
          aria-disabled={action.isBusy}
          className={classNames.primaryButton}
        >
          {form.submit}
        </button>
      )}
    </form>
  )
}
