import { MinusMini, PlusMini } from "@medusajs/icons"
import { IconButton, Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type Props = {
  title: string
  value: number
  max: number
  /** Where the button for less ends; the form judges what is typed. */
  min?: number
  disabled?: boolean
  invalid?: boolean
  describedBy: string
  onChange: (value: number) => void
}

/** A whole number from 0 to max, by buttons, arrow keys or typing. */
export function QuantityStepper(props: Props) {
  const { t } = useTranslation()
  const { title, value, max, min = 0, disabled } = props
  const set = (next: number) =>
    props.onChange(Math.max(0, Math.min(max, Number.isNaN(next) ? 0 : next)))
  return (
    <div className="flex items-center gap-x-1">
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        disabled={disabled || value <= min}
        aria-label={t("refunds.drawer.less", { title })}
        onClick={() => set(value - 1)}
      >
        <MinusMini />
      </IconButton>
      <Input
        size="small"
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        className="w-14 text-center [appearance:textfield]"
        value={value}
        disabled={disabled}
        aria-label={t("refunds.drawer.quantity", { title })}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        onFocus={(event) => event.target.select()}
        onChange={(event) => set(Number.parseInt(event.target.value, 10))}
      />
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        disabled={disabled || value >= max}
        aria-label={t("refunds.drawer.more", { title })}
        onClick={() => set(value + 1)}
      >
        <PlusMini />
      </IconButton>
    </div>
  )
}
