import { Checkbox, Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { RefundableShipping } from "../../types"
import { formatMoney, isAboveZero } from "../lib/format-money"
import type { ShippingEntry } from "../lib/refund-form"
import { FieldError } from "./field-error"
import { PlannedAmount } from "./planned-amount"

type Props = {
  shipping: RefundableShipping
  currency: string
  entry: ShippingEntry
  /** What the preview gives back for it. */
  planned?: string
  error?: string
  onChange: (entry: ShippingEntry) => void
}

/** One shipping method: all that is left of it, or an amount. */
export function ShippingRow({
  shipping,
  currency,
  entry,
  planned,
  error,
  onChange,
}: Props) {
  const { t } = useTranslation()
  const id = useId()
  const gone = !isAboveZero(shipping.refundable_amount)
  return (
    <div className="flex flex-col gap-y-1 py-3">
      <div className="flex items-center gap-x-3">
        <Checkbox
          id={id}
          checked={entry.selected}
          disabled={gone}
          aria-describedby={`${id}-hint`}
          onCheckedChange={(checked) =>
            onChange({ ...entry, selected: checked === true })
          }
        />
        <div className="min-w-0 flex-1">
          <Label htmlFor={id} size="small" weight="plus">
            {shipping.title}
          </Label>
          <Text id={`${id}-hint`} size="xsmall" className="text-ui-fg-subtle">
            {gone
              ? t("refunds.drawer.itemGone")
              : t("refunds.drawer.shippingLeft", {
                  amount: formatMoney(shipping.refundable_amount, currency),
                })}
            <PlannedAmount amount={planned} currency={currency} />
          </Text>
        </div>
        {entry.selected && (
          <div className="w-24 shrink-0">
            <Input
              size="small"
              className="text-right tabular-nums"
              inputMode="decimal"
              autoComplete="off"
              placeholder={shipping.refundable_amount}
              value={entry.amount}
              aria-label={t("refunds.drawer.shippingAmount", {
                title: shipping.title,
              })}
              aria-invalid={Boolean(error)}
              aria-describedby={`${id}-hint ${id}-error`}
              onChange={(event) =>
                onChange({ ...entry, amount: event.target.value })
              }
            />
          </div>
        )}
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </div>
  )
}
