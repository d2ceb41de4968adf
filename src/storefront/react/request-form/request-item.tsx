import type { StoreRefundOption } from "../../../types/refund-request"
import { blockedText } from "../format/error-text"
import { fill } from "../format/fill"
import { formatLastDay } from "../format/format-date"
import { ItemHeading } from "../parts/item-heading"
import { itemName } from "../parts/item-name"
import { QuantityField } from "../parts/quantity-field"
import { SelectField } from "../parts/select-field"
import { useRefunds } from "../provider/refunds-context"

/** An item to ask for: how many and why, or why not. */
export function RequestItem({
  item,
  reasons,
  quantity,
  reason,
  onQuantity,
  onReason,
}: {
  item: StoreRefundOption
  reasons: { id: string; label: string }[]
  quantity: number
  reason: string
  onQuantity: (quantity: number) => void
  onReason: (reasonId: string) => void
}) {
  const { classNames, locale, messages } = useRefunds()
  const { form } = messages
  const title = itemName(item)
  if (item.blocked) {
    return (
      <li className={classNames.item} data-blocked={item.blocked.code}>
        <ItemHeading item={item} />
        <p className={classNames.blocked}>
          {blockedText(item.blocked, messages)}
        </p>
      </li>
    )
  }
  return (
    <li className={classNames.item}>
      <ItemHeading item={item} />
      {item.deadline && (
        <p className={classNames.hint}>
          {fill(form.deadline, { date: formatLastDay(item.deadline, locale) })}
        </p>
      )}
      <QuantityField
        label={fill(form.quantity, { title })}
        left={item.quantity}
        value={quantity}
        onChange={onQuantity}
      />
      {quantity > 0 && reasons.length > 0 && (
        <SelectField
          label={fill(form.reason, { title })}
          value={reason}
          choices={[
            { value: "", label: form.chooseReason },
            ...reasons.map(({ id, label }) => ({ value: id, label })),
          ]}
          onChange={onReason}
        />
      )}
      {isFee(item.restocking_fee_percent) && quantity > 0 && (
        <p className={classNames.fees}>
          {fill(form.restockingFee, { percent: item.restocking_fee_percent })}
        </p>
      )}
    </li>
  )
}

const isFee = (percent: string): boolean => /[1-9]/.test(percent)
