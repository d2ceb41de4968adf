import { Button, Input, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { RefundableItem } from "../../types"
import type { OrderItem } from "../hooks/use-order-lines"
import { formatMoney, isAboveZero } from "../lib/format-money"
import type { ItemEntry } from "../lib/refund-form"
import { FieldError } from "./field-error"
import { QuantityStepper } from "./quantity-stepper"

type Props = {
  item: RefundableItem
  details?: OrderItem
  currency: string
  entry: ItemEntry
  error?: string
  onChange: (entry: ItemEntry) => void
}

/** One item: how many units, or how much of it, goes back. */
export function ItemRow({
  item,
  details,
  currency,
  entry,
  error,
  onChange,
}: Props) {
  const { t } = useTranslation()
  const hint = useId()
  const title = details?.product_title ?? details?.title ?? item.title
  const gone = !isAboveZero(item.refundable_amount)
  const byAmount = entry.mode === "amount"
  return (
    <div role="group" aria-label={title} className="flex flex-col gap-y-1 py-3">
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
            {title}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle truncate">
            {[details?.variant_title, details?.variant_sku]
              .filter(Boolean)
              .join(" · ")}
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
              aria-label={t("refunds.drawer.amountOf", { title })}
              aria-describedby={`${hint} ${hint}-error`}
              aria-invalid={Boolean(error)}
              onChange={(event) =>
                onChange({ ...entry, amount: event.target.value })
              }
            />
          </div>
        ) : (
          <QuantityStepper
            title={title}
            value={entry.quantity}
            max={item.refundable_quantity}
            disabled={gone || item.refundable_quantity === 0}
            invalid={Boolean(error)}
            describedBy={`${hint} ${hint}-error`}
            onChange={(quantity) => onChange({ ...entry, quantity })}
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
        </Text>
        {!gone && (
          <Button
            type="button"
            size="small"
            variant="transparent"
            className="text-ui-fg-interactive txt-compact-xsmall"
            aria-label={t(
              byAmount
                ? "refunds.drawer.byQuantityLabel"
                : "refunds.drawer.byAmountLabel",
              { title }
            )}
            onClick={() =>
              onChange({
                mode: byAmount ? "quantity" : "amount",
                quantity: 0,
                amount: "",
              })
            }
          >
            {t(
              byAmount ? "refunds.drawer.byQuantity" : "refunds.drawer.byAmount"
            )}
          </Button>
        )}
      </div>
      <FieldError id={`${hint}-error`} message={error} />
    </div>
  )
}
