import { InlineTip, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminCreateOrderRefund, RefundPlan } from "../../types"
import type { RefundPreview } from "../hooks/use-refund-plan"
import { formatMoney } from "../lib/format-money"
import { noTotalText } from "../lib/no-total-text"
import { planWarnings } from "../lib/plan-warnings"
import { providerName, shortPaymentId } from "../lib/payment-name"

type Props = {
  preview: Pick<RefundPreview, "plan" | "isCurrent" | "error">
  request: AdminCreateOrderRefund
  currency: string
  /** The error stands at its field, and is not repeated. */
  isAtField: boolean
}

/** What the server says this refund does. */
export function PlanSummary({ preview, request, currency, isAtField }: Props) {
  const { t } = useTranslation()
  const { plan, isCurrent, error } = preview
  const notice = noTotalText(request, error, { isAtField, currency }, t)
  return (
    <div
      className={clx("flex flex-col gap-y-1", {
        "opacity-50": plan && !isCurrent,
      })}
    >
      {plan && <Details plan={plan} />}
      {/* Always the same element: a live region that comes with its text is not read. */}
      <div
        aria-live="polite"
        aria-atomic
        aria-busy={Boolean(plan) && !isCurrent}
      >
        {plan ? (
          <div className="txt-compact-small-plus flex justify-between pt-1">
            <span>{t("refunds.drawer.total")}</span>
            <span className="tabular-nums">
              {formatMoney(plan.amount, plan.currency_code)}
            </span>
          </div>
        ) : (
          <Text
            size="small"
            className={
              error && !isAtField ? "text-ui-fg-error" : "text-ui-fg-subtle"
            }
          >
            {notice}
          </Text>
        )}
      </div>
    </div>
  )
}

function Details({ plan }: { plan: RefundPlan }) {
  const { t } = useTranslation()
  const money = (amount: string) => formatMoney(amount, plan.currency_code)
  return (
    <>
      {planWarnings(plan, t).map((message) => (
        <InlineTip
          key={message}
          label={t("refunds.drawer.warning")}
          variant="warning"
          className="mb-2"
        >
          {message}
        </InlineTip>
      ))}
      {plan.payments.length > 1 &&
        plan.payments.map(({ payment_id, provider_id, amount }) => (
          <Row
            key={payment_id}
            label={t("refunds.drawer.fromPayment", {
              provider: providerName(provider_id),
              id: shortPaymentId(payment_id),
            })}
            value={money(amount)}
          />
        ))}
      {plan.lines
        .filter(({ amount }) => amount.startsWith("-"))
        .map(({ title, amount }) => (
          <Row key={title} label={title} value={money(amount)} />
        ))}
      <Row label={t("refunds.drawer.net")} value={money(plan.subtotal)} />
      <Row label={t("refunds.drawer.tax")} value={money(plan.tax_total)} />
    </>
  )
}

const Row = (props: { label: string; value: string }) => (
  <div className="txt-compact-small text-ui-fg-subtle flex justify-between">
    <span>{props.label}</span>
    <span className="tabular-nums">{props.value}</span>
  </div>
)
