import type { StoreRefundOption } from "../../../types/refund-request"
import { blockedText } from "../format/error-text"
import { fill } from "../format/fill"
import { formatLastDay } from "../format/format-date"
import { ItemHeading } from "../parts/item-heading"
import { itemName } from "../parts/item-name"
import { QuantityField } from "../parts/quantity-field"
import { useRefunds } from "../provider/refunds-context"

/** The items that may be withdrawn from, with how many of each. */
export const withdrawable = (items: StoreRefundOption[]): StoreRefundOption[] =>
  items.flatMap((item) =>
    item.withdrawal.quantity > 0 && !item.withdrawal.blocked
      ? [{ ...item, quantity: item.withdrawal.quantity }]
      : []
  )

/** What is withdrawn from; for other items, why not. */
export function WithdrawalItems({
  items,
  quantities,
  onChange,
}: {
  items: StoreRefundOption[]
  quantities: Record<string, number>
  onChange?: (quantities: Record<string, number>) => void
}) {
  const { classNames, locale, messages } = useRefunds()
  const { withdrawal } = messages
  return (
    <fieldset className={classNames.fieldset}>
      <legend className={classNames.legend}>{withdrawal.items}</legend>
      <ul className={classNames.list}>
        {items.map((item) => {
          const { blocked, deadline, quantity } = item.withdrawal
          const title = itemName(item)
          return (
            <li
              key={item.item_id}
              className={classNames.item}
              data-blocked={blocked?.code}
            >
              <ItemHeading item={item} />
              {blocked ? (
                <p className={classNames.blocked}>
                  {blockedText(blocked, messages)}
                </p>
              ) : (
                <>
                  {deadline && (
                    <p className={classNames.hint}>
                      {fill(withdrawal.deadline, {
                        date: formatLastDay(deadline, locale),
                      })}
                    </p>
                  )}
                  <QuantityField
                    label={fill(withdrawal.quantity, { title })}
                    left={quantity}
                    value={quantities[item.item_id] ?? 0}
                    onChange={(chosen) =>
                      onChange?.({ ...quantities, [item.item_id]: chosen })
                    }
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
