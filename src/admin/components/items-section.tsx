import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useOrderItems } from "../hooks/use-order-lines"
import { isSameMoney, NO_ITEM } from "../lib/item-entry"
import { emptyForm, everythingLeft } from "../lib/refund-form"
import { ItemRow } from "./item-row"
import type { SectionProps } from "./section-props"

type Props = SectionProps & {
  orderId: string
  /** What the button says that chooses all that is left. */
  everything?: string
  /** Whether the merchant says what happens to the goods. */
  movesGoods?: boolean
}

/** The items, and the two buttons that fill and empty the form. */
export function ItemsSection({
  orderId,
  everything,
  movesGoods = false,
  ...section
}: Props) {
  const { t } = useTranslation()
  const { form, refunds, plan, messageOf, onChange } = section
  const { data: details = [] } = useOrderItems(orderId)
  return (
    <section>
      <div className="flex items-center justify-between">
        <Text size="small" weight="plus">
          {t("refunds.drawer.items")}
        </Text>
        <div className="flex gap-x-2">
          <Button
            type="button"
            size="small"
            variant="transparent"
            onClick={() =>
              onChange(everythingLeft(form, refunds, { movesGoods }))
            }
          >
            {everything ?? t("refunds.drawer.everything")}
          </Button>
          <Button
            type="button"
            size="small"
            variant="transparent"
            onClick={() => onChange(emptyForm())}
          >
            {t("refunds.drawer.clear")}
          </Button>
        </div>
      </div>
      <div className="divide-y">
        {refunds.items.map((item) => {
          const { item_id } = item
          const entry = form.items[item_id] ?? NO_ITEM
          return (
            <ItemRow
              key={item_id}
              item={item}
              details={details.find(({ id }) => id === item_id)}
              currency={refunds.summary.currency_code}
              entry={entry}
              planned={
                plan?.lines.find((line) => line.item_id === item_id)?.amount
              }
              error={messageOf("item", item_id)}
              goods={movesGoods ? { locationId: form.location_id } : undefined}
              onChange={(next) =>
                onChange({
                  // Where the goods go does not change that it is everything.
                  everything: form.everything && isSameMoney(next, entry),
                  items: { ...form.items, [item_id]: next },
                })
              }
            />
          )
        })}
      </div>
    </section>
  )
}
