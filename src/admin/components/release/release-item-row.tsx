import { Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { itemName, itemSubtitle, itemTitle } from "../../lib/item-name"
import type { OrderEditItem } from "../../lib/order-edit-order"
import { releasableOf } from "../../lib/release-form"
import { LineFrame } from "../edit-order/line-frame"
import { FieldError } from "../field-error"
import { QuantityStepper } from "../quantity-stepper"
import { ReleasedAmount } from "./released-amount"

type Props = {
  item: OrderEditItem
  quantity: number
  /** What the plan releases of it. */
  amount?: string
  currency: string
  error?: string
  onChange: (quantity: number) => void
}

/** One line: how many of its units are not sold after all. */
export function ReleaseItemRow({ item, quantity, ...props }: Props) {
  const { t } = useTranslation()
  const hint = useId()
  const name = itemName(item, item)
  const most = releasableOf(item)
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
          max={most}
          disabled={most === 0}
          invalid={Boolean(props.error)}
          describedBy={`${hint} ${hint}-error`}
          onChange={props.onChange}
        />
      </LineFrame>
      <Text id={hint} size="xsmall" className="text-ui-fg-subtle">
        {most === 0
          ? t("refundRelease.line.shipped")
          : t("refundRelease.line.left", {
              most: String(most),
              quantity: String(item.quantity),
            })}
        {quantity > 0 && props.amount && (
          <>
            {" · "}
            <ReleasedAmount amount={props.amount} currency={props.currency} />
          </>
        )}
      </Text>
      <FieldError id={`${hint}-error`} message={props.error} />
    </div>
  )
}
