import { useRefunds } from "../provider/refunds-context"
import { fill } from "../format/fill"
import { SelectField } from "./select-field"
import { TextField } from "./text-field"

/** A list is quicker to use than a number to type, while it is short. */
const LONGEST_LIST = 20

/** How many of an item. */
export function QuantityField({
  label,
  left,
  value,
  onChange,
}: {
  label: string
  left: number
  value: number
  onChange: (quantity: number) => void
}) {
  const { messages } = useRefunds()
  const hint = fill(messages.form.available, { left })
  const change = (text: string) => onChange(Number.parseInt(text, 10) || 0)
  return left > LONGEST_LIST ? (
    <TextField
      label={label}
      value={String(value)}
      hint={hint}
      onChange={change}
    />
  ) : (
    <SelectField
      label={label}
      value={String(value)}
      hint={hint}
      choices={Array.from({ length: left + 1 }, (_, count) => ({
        value: String(count),
        label: String(count),
      }))}
      onChange={change}
    />
  )
}
