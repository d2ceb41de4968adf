import { useId } from "react"
import { useRefunds } from "../provider/refunds-context"

/** What a field of text takes. */
export type TextFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  /** What is wrong with it. */
  error?: string
  type?: "text" | "email"
  autoComplete?: string
  required?: boolean
  maxLength?: number
  /** Several lines. */
  multiline?: boolean
}

/** A labelled field, with its hint and its error tied to it. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  error,
  multiline,
  type = "text",
  ...rest
}: TextFieldProps) {
  const { classNames } = useRefunds()
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`]
  const common = {
    ...rest,
    id,
    value,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": described.filter(Boolean).join(" ") || undefined,
  }
  return (
    <div className={classNames.field}>
      <label htmlFor={id} className={classNames.label}>
        {label}
      </label>
      {multiline ? (
        <textarea
          {...common}
          rows={4}
          className={classNames.textarea}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...common}
          type={type}
          className={classNames.input}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {hint && (
        <p id={`${id}-hint`} className={classNames.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={classNames.error}>
          {error}
        </p>
      )}
    </div>
  )
}
