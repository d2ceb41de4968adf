import { InlineTip, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RefundPlan } from "../../types"
import { formatMoney } from "../lib/format-money"

type Props = { plan?: RefundPlan; isCurrent: boolean }

/** What the server says this refund does. Read aloud when it changes. */
export function PlanSummary({ plan, isCurrent }: Props) {
  const { t } = useTranslation()
  if (!plan) {
    return (
      <Text size="small" className="text-ui-fg-subtle" aria-live="polite">
        {t("refunds.drawer.nothing")}
      </Text>
    )
  }
  const money = (amount: string) => formatMoney(amount, plan.currency_code)
  return (
    <div
      className={clx("flex flex-col gap-y-1", { "opacity-60": !isCurrent })}
      aria-busy={!isCurrent}
    >
      {plan.warnings.map(({ code, message }) => (
        <InlineTip key={code} label="" variant="warning" className="mb-2">
          {message}
        </InlineTip>
      ))}
      <Row label={t("refunds.drawer.net")} value={money(plan.subtotal)} />
      <Row label={t("refunds.drawer.tax")} value={money(plan.tax_total)} />
      <div
        className="txt-compact-small-plus flex justify-between pt-1"
        aria-live="polite"
        aria-atomic
      >
        <span>{t("refunds.drawer.total")}</span>
        <span className="tabular-nums">{money(plan.amount)}</span>
      </div>
    </div>
  )
}

const Row = (props: { label: string; value: string }) => (
  <div className="txt-compact-small text-ui-fg-subtle flex justify-between">
    <span>{props.label}</span>
    <span className="tabular-nums">{props.value}</span>
  </div>
)
