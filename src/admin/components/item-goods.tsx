import { Label, RadioGroup, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { RefundableItem, Restock } from "../../types"
import { locationName, useStockLocations } from "../hooks/use-stock-locations"
import { goodsText } from "../lib/goods-text"
import { canMove, withRestock, type ItemEntry } from "../lib/item-entry"

const CHOICES: Restock[] = ["cancel", "return", "none"]

type Props = {
  item: RefundableItem
  /** What the item is called. */
  name: string
  entry: ItemEntry
  isCounted: boolean
  /** Chosen for everything that comes back; may be empty. */
  locationId: string
  onChange: (entry: ItemEntry) => void
}

/** What happens to the chosen units of an item, and what that means. */
export function ItemGoods(props: Props) {
  const { item, name, entry, isCounted, locationId, onChange } = props
  const { t } = useTranslation()
  const id = useId()
  const { data: locations } = useStockLocations(entry.restock === "return")
  const location = locationName(locations, locationId)
  return (
    <div className="relative flex flex-col gap-y-1">
      <RadioGroup
        className="flex flex-wrap items-center gap-x-4 gap-y-1"
        aria-label={t("refunds.goods.of", { title: name })}
        aria-describedby={`${id}-means`}
        value={entry.restock}
        onValueChange={(value) =>
          onChange(withRestock(entry, value as Restock))
        }
      >
        {CHOICES.map((each) => {
          const isPossible = canMove(each, entry.quantity, item)
          return (
            <div key={each} className="flex items-center gap-x-1">
              <RadioGroup.Item
                id={`${id}-${each}`}
                value={each}
                disabled={!isPossible}
              />
              <Label
                htmlFor={`${id}-${each}`}
                size="xsmall"
                className={isPossible ? undefined : "text-ui-fg-disabled"}
              >
                {t(`refunds.goods.choice.${each}`)}
              </Label>
            </div>
          )
        })}
      </RadioGroup>
      <Text
        id={`${id}-means`}
        size="xsmall"
        className="text-ui-fg-subtle"
        aria-live="polite"
      >
        {goodsText({ entry, item, isCounted, location }, t)}
      </Text>
    </div>
  )
}
