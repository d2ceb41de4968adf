import { Input, Label, Switch, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderRefundsResponse, RefundPlan } from "../../types"
import { blockedText } from "../lib/blocked-text"
import { formatMoney } from "../lib/format-money"
import { providerName, shortPaymentId } from "../lib/payment-name"
import type { RefundForm } from "../lib/refund-form"
import { FieldError } from "./field-error"

type Props = {
  payments: AdminOrderRefundsResponse["payments"]
  /** How the server would draw from them; the starting point for own amounts. */
  planned: RefundPlan["payments"]
  value: RefundForm["payments"]
  error?: string
  onChange: (value: RefundForm["payments"]) => void
}

/** Where the money is drawn from, when the order has several payments. */
export function PaymentsFields(props: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { payments, value, onChange } = props
  return (
    <fieldset className="flex flex-col gap-y-3">
      <legend className="txt-compact-small-plus mb-2">
        {t("refunds.drawer.payments")}
      </legend>
      <div className="flex items-center gap-x-2">
        <Switch
          id={id}
          size="small"
          checked={value !== null}
          onCheckedChange={(checked) =>
            onChange(checked ? amountsOf(props.planned) : null)
          }
        />
        <Label htmlFor={id} size="small">
          {t("refunds.drawer.choosePayments")}
        </Label>
      </div>
      {payments.map((payment) => {
        const provider = providerName(payment.provider_id)
        const blocked = blockedText(payment.blocked, t)
        return (
          <div key={payment.payment_id} className="flex items-center gap-x-3">
            <Text size="small" className="text-ui-fg-subtle flex-1">
              {t("refunds.drawer.paymentLeft", {
                provider,
                id: shortPaymentId(payment.payment_id),
                amount: formatMoney(
                  payment.refundable_amount,
                  payment.currency_code
                ),
              })}
              {blocked && ` ${blocked}`}
            </Text>
            {value !== null && (
              <div className="w-24 shrink-0">
                <Input
                  size="small"
                  className="text-right tabular-nums"
                  inputMode="decimal"
                  autoComplete="off"
                  disabled={!payment.refundable}
                  aria-invalid={Boolean(props.error)}
                  aria-describedby={`${id}-error`}
                  value={value[payment.payment_id] ?? ""}
                  aria-label={t("refunds.drawer.paymentAmount", {
                    provider,
                    id: shortPaymentId(payment.payment_id),
                  })}
                  onChange={(event) =>
                    onChange({
                      ...value,
                      [payment.payment_id]: event.target.value,
                    })
                  }
                />
              </div>
            )}
          </div>
        )
      })}
      <FieldError id={`${id}-error`} message={props.error} />
    </fieldset>
  )
}

const amountsOf = (planned: RefundPlan["payments"]): Record<string, string> =>
  Object.fromEntries(
    planned.map(({ payment_id, amount }) => [payment_id, amount])
  )
