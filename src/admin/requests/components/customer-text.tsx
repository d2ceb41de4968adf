import { Hint, Label, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { languageName } from "../lib/language-name"

type Props = {
  label: string
  /** The customer's language, where it is known. */
  locale: string | null
  /** Where the form has no other field before it. */
  autoFocus?: boolean
  value: string
  onChange: (value: string) => void
}

/** A text that the customer reads, and has to be there. */
export function CustomerText(props: Props) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const language = languageName(props.locale, i18n.language)
  return (
    <div className="flex flex-col gap-y-1.5">
      <Label htmlFor={id} size="small" weight="plus">
        {props.label}
      </Label>
      <Textarea
        id={id}
        rows={6}
        maxLength={5000}
        dir="auto"
        autoFocus={props.autoFocus ?? true}
        aria-required
        aria-describedby={`${id}-hint`}
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      />
      <Hint id={`${id}-hint`}>
        {language
          ? t("refundRequests.reads.in", { language })
          : t("refundRequests.reads.it")}
      </Hint>
    </div>
  )
}
