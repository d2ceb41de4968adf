import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useOrderItems } from "../hooks/use-order-lines"
import { useStockLocations } from "../hooks/use-stock-locations"
import type { RefundForm } from "../lib/refund-form"
import { returnLocations } from "../lib/return-locations"
import { FieldError } from "./field-error"

/** A select has no empty value. */
const ORIGIN = "origin"

type Props = {
  orderId: string
  /** Its location may be empty: where the goods were shipped from. */
  form: RefundForm
  error?: string
  onChange: (locationId: string) => void
}

/** Where the goods that come back are expected. */
export function ReturnLocationField({ orderId, form, error, onChange }: Props) {
  const { t } = useTranslation()
  const { data: locations = [] } = useStockLocations(true)
  const { data: items = [] } = useOrderItems(orderId)
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1.5">
      <Label htmlFor={id} size="small" weight="plus">
        {t("refunds.goods.location")}
      </Label>
      <Select
        size="small"
        value={form.location_id || ORIGIN}
        onValueChange={(next) => onChange(next === ORIGIN ? "" : next)}
      >
        <Select.Trigger
          id={id}
          aria-invalid={Boolean(error)}
          aria-describedby={`${id}-error`}
        >
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ORIGIN}>
            {t("refunds.goods.originChoice")}
          </Select.Item>
          {returnLocations(locations, items, form).map((location) => (
            <Select.Item key={location.id} value={location.id}>
              {location.name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      <FieldError id={`${id}-error`} message={error} />
    </div>
  )
}
