import { useId } from "react"
import { useRefunds } from "../provider/refunds-context"

/** A labelled list to choose from. */
export function SelectField({
  label,
  value,
  choices,
  onChange,
  hint,
}: {
  label: string
  value: string
  choices: { value: string; label: string }[]
  onChange: (value: string) => void
  hint?: string
}) {
  const { classNames } = useRefunds()
  const id = useId()
  return (
    <div className={classNames.field}>
      <label htmlFor={id} className={classNames.label}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        className={classNames.select}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {hint && (
        <span id={`${id}-hint`} className={classNames.hint}>
          {hint}
        </span>
      )}
    </div>
  )
}
