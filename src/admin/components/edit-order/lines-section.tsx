import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { withAddition, withLineQuantity } from "../../lib/order-edit-form"
import { linesOf } from "../../lib/order-edit-order"
import { AddedLineRow } from "./added-line-row"
import { OrderLineRow } from "./order-line-row"
import type { EditSectionProps } from "./section-props"

/** The lines that the order has, and those that come to it. */
export function LinesSection(props: EditSectionProps) {
  const { t } = useTranslation()
  const { order, form, plan, messageOf, onChange } = props
  const currency = order.currency_code
  return (
    <section aria-label={t("refundOrderEdit.lines")}>
      <Text size="small" weight="plus">
        {t("refundOrderEdit.lines")}
      </Text>
      <div className="divide-y">
        {linesOf(order).map((item) => (
          <OrderLineRow
            key={item.id}
            item={item}
            currency={currency}
            quantity={form.quantities[item.id] ?? item.quantity}
            line={plan?.lines.find(({ item_id }) => item_id === item.id)}
            error={messageOf("item", item.id)}
            onChange={(quantity) =>
              onChange(withLineQuantity(form, item, quantity))
            }
          />
        ))}
        {form.additions.map((added) => (
          <AddedLineRow
            key={added.variant_id}
            added={added}
            currency={currency}
            line={plan?.lines.find(
              ({ item_id, variant_id }) =>
                item_id === null && variant_id === added.variant_id
            )}
            error={messageOf("addition", added.variant_id)}
            priceError={messageOf("price", added.variant_id)}
            onChange={(change) =>
              onChange(withAddition(form, added.variant_id, change))
            }
          />
        ))}
      </div>
    </section>
  )
}
