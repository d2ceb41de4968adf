import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderRefundSummary } from "../../types"
import { formatMoney, isAboveZero, percentOf } from "../lib/format-money"

const PARTS = [
  { field: "refunded", color: "bg-ui-tag-green-icon" },
  { field: "pending", color: "bg-ui-tag-blue-icon" },
  { field: "reserved", color: "bg-ui-tag-orange-icon" },
  { field: "refundable", color: "bg-ui-tag-neutral-icon" },
] as const

/** How much of what was captured went back, is on its way, or can still go back. */
export function BalanceBar({ summary }: { summary: OrderRefundSummary }) {
  const { t } = useTranslation()
  const { captured, currency_code, failed } = summary
  const money = (amount: string) => formatMoney(amount, currency_code)
  return (
    <figure
      className="flex flex-col gap-y-3"
      aria-label={t("refunds.balance.label")}
    >
      <div
        className="bg-ui-bg-component flex h-1.5 w-full overflow-hidden rounded-full"
        aria-hidden
      >
        {PARTS.filter(({ field }) => field !== "refundable").map(
          ({ field, color }) => (
            <div
              key={field}
              className={color}
              style={{ width: `${percentOf(summary[field], captured)}%` }}
            />
          )
        )}
      </div>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2">
        <Figure label={t("refunds.balance.captured")} value={money(captured)} />
        {PARTS.filter(
          ({ field }) => field !== "reserved" || isAboveZero(summary.reserved)
        ).map(({ field, color }) => (
          <Figure
            key={field}
            label={t(`refunds.balance.${field}`)}
            value={money(summary[field])}
            dot={field === "refundable" ? undefined : color}
          />
        ))}
      </dl>
      {isAboveZero(failed) && (
        <Text size="small" leading="compact" className="text-ui-tag-red-text">
          {t("refunds.balance.failed", { amount: money(failed) })}
        </Text>
      )}
    </figure>
  )
}

function Figure(props: { label: string; value: string; dot?: string }) {
  return (
    <div>
      <dt className="text-ui-fg-subtle txt-compact-xsmall flex items-center gap-x-1.5">
        {props.dot && (
          <span aria-hidden className={`size-1.5 rounded-full ${props.dot}`} />
        )}
        {props.label}
      </dt>
      <dd className="txt-compact-small-plus tabular-nums">{props.value}</dd>
    </div>
  )
}
