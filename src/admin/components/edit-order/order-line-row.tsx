import { Button, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { OrderEditLine } from "../../../types"
import { formatUnitPrice } from "../../lib/format-unit-price"
import { itemName, itemSubtitle, itemTitle } from "../../lib/item-name"
import { shippedUnits, type OrderEditItem } from "../../lib/order-edit-order"
import { FieldError } from "../field-error"
import { QuantityStepper } from "../quantity-stepper"
import { LineFrame } from "./line-frame"
import { LineTotal } from "./line-total"

type Props = {
  item: OrderEditItem
  currency: string
  quantity: number
  /** What the preview makes of it. */
  line?: OrderEditLine
  error?: string
  onChange: (quantity: number) => void
}

/** No order has more of one thing; the server has the last word. */
const MOST = 99_999

/** A line of the order: how many of it the order keeps. */
export function OrderLineRow({ item, currency, quantity, ...props }: Props) {
  const { t } = useTranslation()
  const hint = useId()
  const name = itemName(item, item)
  const shipped = shippedUnits(item)
  const isTooFew = quantity < shipped
  const isChanged = quantity !== item.quantity
  const toggle = isChanged ? "undo" : "remove"
  const error = isTooFew
    ? t("refundOrderEdit.line.tooFew", { shipped: String(shipped) })
    : props.error
  return (
    <div role="group" aria-label={name} className="flex flex-col gap-y-1 py-3">
      <LineFrame
        title={itemTitle(item, item)}
        subtitle={itemSubtitle(item)}
        thumbnail={item.thumbnail}
      >
        <QuantityStepper
          title={name}
          value={quantity}
          min={shipped}
          max={MOST}
          invalid={Boolean(error)}
          describedBy={`${hint} ${hint}-error`}
          onChange={props.onChange}
        />
      </LineFrame>
      <div className="flex min-h-7 items-center justify-between gap-x-2">
        <Text id={hint} size="xsmall" className="text-ui-fg-subtle">
          {quantity === 0
            ? t("refundOrderEdit.line.leaves")
            : t("refundOrderEdit.line.each", {
                price: formatUnitPrice(item.unit_price, currency),
              })}
          {shipped > 0 &&
            ` · ${t("refundOrderEdit.line.shipped", { shipped: String(shipped) })}`}
          {props.line && " · "}
          <LineTotal line={props.line} currency={currency} />
        </Text>
        {(isChanged || shipped === 0) && (
          <Button
            type="button"
            size="small"
            variant="transparent"
            className="text-ui-fg-interactive txt-compact-xsmall shrink-0"
            aria-label={t(`refundOrderEdit.line.${toggle}Label`, {
              title: name,
            })}
            onClick={() => props.onChange(isChanged ? item.quantity : 0)}
          >
            {t(`refundOrderEdit.line.${toggle}`)}
          </Button>
        )}
      </div>
      <FieldError id={`${hint}-error`} message={error} />
    </div>
  )
}
