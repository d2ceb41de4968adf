import { Select } from "@medusajs/ui"

type Props<Value extends string> = {
  /** Its accessible name; what is chosen says enough to the eye. */
  label: string
  value: Value
  choices: Value[]
  textOf: (value: Value) => string
  onChange: (value: Value) => void
}

/** One of few values. */
export function ChoiceField<Value extends string>(props: Props<Value>) {
  const { choices, textOf } = props
  return (
    <Select
      size="small"
      value={props.value}
      onValueChange={(next) => {
        const chosen = choices.find((each) => each === next)
        if (chosen) {
          props.onChange(chosen)
        }
      }}
    >
      <Select.Trigger aria-label={props.label} className="w-full md:w-fit">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {choices.map((each) => (
          <Select.Item key={each} value={each}>
            {textOf(each)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
