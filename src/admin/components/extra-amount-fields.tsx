import { Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { RefundForm } from "../lib/refund-form"
import { FieldError } from "./field-error"
import type { SectionProps } from "./section-props"

/** Goodwill: an amount that belongs to no item, and what it is for. */
export function ExtraAmountFields({
  form,
  messageOf,
  ...section
}: SectionProps) {
  const { t } = useTranslation()
  const id = useId()
  const value = form.adjustment
  const amountError = messageOf("adjustment_amount")
  const descriptionError = messageOf("adjustment_description")
  const onChange = (adjustment: RefundForm["adjustment"]) =>
    section.onChange({ adjustment })
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus">
        {t("refunds.drawer.extra")}
      </legend>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("refunds.drawer.extraHint")}
      </Text>
      <div className="flex gap-x-3">
        <div className="flex w-24 shrink-0 flex-col gap-y-1">
          <Label htmlFor={`${id}-amount`} size="xsmall">
            {t("refunds.drawer.extraAmount")}
          </Label>
          <Input
            id={`${id}-amount`}
            size="small"
            inputMode="decimal"
            autoComplete="off"
            value={value.amount}
            aria-invalid={Boolean(amountError)}
            aria-describedby={`${id}-amount-error`}
            onChange={(event) =>
              onChange({ ...value, amount: event.target.value })
            }
          />
        </div>
        <div className="flex flex-1 flex-col gap-y-1">
          <Label htmlFor={`${id}-for`} size="xsmall">
            {t("refunds.drawer.extraDescription")}
          </Label>
          <Input
            id={`${id}-for`}
            size="small"
            value={value.description}
            aria-required={Boolean(value.amount.trim())}
            aria-invalid={Boolean(descriptionError)}
            aria-describedby={`${id}-for-error`}
            onChange={(event) =>
              onChange({ ...value, description: event.target.value })
            }
          />
        </div>
      </div>
      <FieldError id={`${id}-amount-error`} message={amountError} />
      <FieldError id={`${id}-for-error`} message={descriptionError} />
    </fieldset>
  )
}
