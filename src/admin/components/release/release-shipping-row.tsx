import { Checkbox, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { FieldError } from "../field-error"
import { ReleasedAmount } from "./released-amount"

type Props = {
  name: string
  isChosen: boolean
  /** What the plan releases of it. */
  amount?: string
  currency: string
  error?: string
  onChange: (isChosen: boolean) => void
}

/** A shipping method that the customer does not pay after all. */
export function ReleaseShippingRow({ name, isChosen, ...props }: Props) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1 py-3">
      <div className="flex items-center gap-x-2">
        <Checkbox
          id={id}
          checked={isChosen}
          aria-describedby={`${id}-error`}
          onCheckedChange={(checked) => props.onChange(checked === true)}
        />
        <Label htmlFor={id} size="small">
          {name}
        </Label>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {isChosen && (
            <ReleasedAmount amount={props.amount} currency={props.currency} />
          )}
        </Text>
      </div>
      <FieldError id={`${id}-error`} message={props.error} />
    </div>
  )
}
