import { Button, Input, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { OrderEditLine } from "../../../types"
import type { AddedVariant } from "../../lib/order-edit-form"
import { FieldError } from "../field-error"
import { QuantityStepper } from "../quantity-stepper"
import { LineFrame } from "./line-frame"
import { LineTotal } from "./line-total"

type Props = {
  added: AddedVariant
  currency: string
  /** What the preview makes of it. */
  line?: OrderEditLine
  error?: string
  priceError?: string
  /** Null takes it off again. */
  onChange: (change: Partial<AddedVariant> | null) => void
}

const MOST = 99_999

/** A line that the edit adds: how many, and at what price. */
export function AddedLineRow({ added, currency, line, ...props }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { name, quantity } = added
  return (
    <div role="group" aria-label={name} className="flex flex-col gap-y-1 py-3">
      <LineFrame title={name} subtitle={t("refundOrderEdit.added.new")}>
        <QuantityStepper
          title={name}
          value={quantity}
          max={MOST}
          invalid={Boolean(props.error)}
          describedBy={`${id}-error`}
          onChange={(next) => props.onChange({ quantity: next })}
        />
      </LineFrame>
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <div className="flex items-center gap-x-2">
          <Text asChild size="xsmall" className="text-ui-fg-subtle">
            <label htmlFor={`${id}-price`}>
              {t("refundOrderEdit.added.price")}
            </label>
          </Text>
          <div className="w-24 shrink-0">
            <Input
              id={`${id}-price`}
              size="small"
              className="text-right tabular-nums"
              inputMode="decimal"
              autoComplete="off"
              placeholder={line?.unit_price}
              value={added.unit_price}
              aria-label={t("refundOrderEdit.added.priceOf", { title: name })}
              aria-describedby={`${id}-price-error`}
              aria-invalid={Boolean(props.priceError)}
              onChange={({ target }) =>
                props.onChange({ unit_price: target.value })
              }
            />
          </div>
          <Text size="xsmall" className="text-ui-fg-subtle">
            <LineTotal line={line} currency={currency} />
          </Text>
        </div>
        <Button
          type="button"
          size="small"
          variant="transparent"
          className="text-ui-fg-interactive txt-compact-xsmall shrink-0"
          aria-label={t("refundOrderEdit.line.removeLabel", { title: name })}
          onClick={() => props.onChange(null)}
        >
          {t("refundOrderEdit.line.remove")}
        </Button>
      </div>
      <FieldError id={`${id}-price-error`} message={props.priceError} />
      <FieldError id={`${id}-error`} message={props.error} />
    </div>
  )
}
