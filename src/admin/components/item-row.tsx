import { Button, Input, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { RefundableItem } from "../../types"
import type { OrderItem } from "../hooks/use-order-lines"
import { formatMoney } from "../lib/format-money"
import {
  isLeft,
  NO_ITEM,
  withQuantity,
  type ItemEntry,
} from "../lib/item-entry"
import { itemName, itemSubtitle, itemTitle } from "../lib/item-name"
import { FieldError } from "./field-error"
import { ItemGoods } from "./item-goods"
import { PlannedAmount } from "./planned-amount"
import { QuantityStepper } from "./quantity-stepper"

type Props = {
  item: RefundableItem
  details?: OrderItem
  currency: string
  entry: ItemEntry
  /** What the preview gives back for it. */
  planned?: string
  error?: string
  /** Where returned goods are expected; without it the goods are not asked about. */
  goods?: { locationId: string }
  onChange: (entry: ItemEntry) => void
}

/** One item: how many units, or how much of it, goes back. */
export function ItemRow({
  item,
  details,
  currency,
  entry,
  planned,
  error,
  goods,
  onChange,
}: Props) {
  const { t } = useTranslation()
  const hint = useId()
  const name = itemName(item, details)
  const gone = !isLeft(item)
  const byAmount = entry.mode === "amount"
  return (
    <div role="group" aria-label={name} className="flex flex-col gap-y-1 py-3">
      <div className="flex items-center gap-x-3">
        {details?.thumbnail && (
          <img
            src={details.thumbnail}
            alt=""
            className="bg-ui-bg-component size-9 rounded object-cover"
          />
        )}
        <div className="min-w-0 flex-1">
          <Text size="small" weight="plus" className="truncate">
            {itemTitle(item, details)}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle truncate">
            {itemSubtitle(details)}
          </Text>
        </div>
        {byAmount ? (
          <div className="w-24 shrink-0">
            <Input
              size="small"
              className="text-right tabular-nums"
              inputMode="decimal"
              autoComplete="off"
              placeholder={item.refundable_amount}
              value={entry.amount}
              aria-label={t("refunds.drawer.amountOf", { title: name })}
              aria-describedby={`${hint} ${hint}-error`}
              aria-invalid={Boolean(error)}
              onChange={(event) =>
                onChange({ ...entry, amount: event.target.value })
              }
            />
          </div>
        ) : (
          <QuantityStepper
            title={name}
            value={entry.quantity}
            max={item.refundable_quantity}
            disabled={gone || item.refundable_quantity === 0}
            invalid={Boolean(error)}
            describedBy={`${hint} ${hint}-error`}
            onChange={(quantity) =>
              onChange(
                goods
                  ? withQuantity(entry, quantity, item)
                  : { ...entry, quantity }
              )
            }
          />
        )}
      </div>
      <div className="flex min-h-7 items-center justify-between gap-x-2">
        <Text id={hint} size="xsmall" className="text-ui-fg-subtle">
          {gone
            ? t("refunds.drawer.itemGone")
            : t("refunds.drawer.itemLeft", {
                count: item.refundable_quantity,
                quantity: details?.quantity ?? item.refundable_quantity,
                amount: formatMoney(item.refundable_amount, currency),
              })}
          <PlannedAmount amount={planned} currency={currency} />
        </Text>
        {!gone && (
          <Button
            type="button"
            size="small"
            variant="transparent"
            className="text-ui-fg-interactive txt-compact-xsmall shrink-0"
            aria-label={t(
              byAmount
                ? "refunds.drawer.byQuantityLabel"
                : "refunds.drawer.byAmountLabel",
              { title: name }
            )}
            onClick={() =>
              onChange({ ...NO_ITEM, mode: byAmount ? "quantity" : "amount" })
            }
          >
            {t(
              byAmount ? "refunds.drawer.byQuantity" : "refunds.drawer.byAmount"
            )}
          </Button>
        )}
      </div>
      {goods && entry.quantity > 0 && (
        <ItemGoods
          item={item}
          name={name}
          entry={entry}
          isCounted={!details || Boolean(details.variant?.manage_inventory)}
          locationId={goods.locationId}
          onChange={onChange}
        />
      )}
      <FieldError id={`${hint}-error`} message={error} />
    </div>
  )
}
