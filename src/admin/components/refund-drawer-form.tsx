import { Button, Drawer } from "@medusajs/ui"
import { useState, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderRefundsResponse } from "../../types"
import { useRefundPlan } from "../hooks/use-refund-plan"
import { useRefundSubmission } from "../hooks/use-refund-submission"
import { AdminApiError } from "../lib/admin-api-error"
import { submissionErrorText } from "../lib/error-text"
import { errorTarget, messageFor } from "../lib/error-target"
import { formatMoney } from "../lib/format-money"
import { noTotalText } from "../lib/no-total-text"
import { emptyForm, toPlanRequest, type RefundForm } from "../lib/refund-form"
import { AboutFields } from "./about-fields"
import { ExtraAmountFields } from "./extra-amount-fields"
import { FormError } from "./form-error"
import { ItemsSection } from "./items-section"
import { PaymentsFields } from "./payments-fields"
import { PlanSummary } from "./plan-summary"
import type { SectionProps } from "./section-props"
import { ShippingSection } from "./shipping-section"

type Props = {
  orderId: string
  refunds: AdminOrderRefundsResponse
  onDone: () => void
}

export function RefundDrawerForm({ orderId, refunds, onDone }: Props) {
  const { t } = useTranslation()
  const [form, setForm] = useState<RefundForm>(emptyForm)
  const request = toPlanRequest(form)
  const preview = useRefundPlan(orderId, request)
  const submission = useRefundSubmission(orderId, {
    onDone,
    onPlanChanged: () => void preview.refetch(),
  })
  const currency = refunds.summary.currency_code
  const { plan, isCurrent } = preview
  const error = submission.error ?? preview.error
  const target =
    error instanceof AdminApiError ? errorTarget(error.body, request) : null
  const canSubmit = Boolean(plan && isCurrent && !submission.isPending)
  const submit = () => {
    if (plan && canSubmit) {
      void submission.submit(form, plan)
    }
  }
  const section: SectionProps = {
    form,
    refunds,
    plan: isCurrent ? plan : undefined,
    messageOf: (kind, id) => messageFor(target, error?.message, kind, id),
    onChange: (patch) => {
      submission.reset()
      setForm((current) => ({ ...current, ...patch }))
    },
  }

  return (
    <form
      className="flex h-full flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={onlyWithModifier(submit)}
    >
      <Drawer.Header>
        <Drawer.Title>{t("refunds.drawer.title")}</Drawer.Title>
        <Drawer.Description className="sr-only">
          {t("refunds.drawer.description")}
        </Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
        {submission.error && !target && (
          <FormError
            message={submissionErrorText(
              submission.error,
              { amount: submission.sentAmount, currency },
              t
            )}
          />
        )}
        <ItemsSection orderId={orderId} {...section} />
        <ShippingSection {...section} />
        <ExtraAmountFields
          value={form.adjustment}
          amountError={section.messageOf("adjustment_amount")}
          descriptionError={section.messageOf("adjustment_description")}
          onChange={(adjustment) => section.onChange({ adjustment })}
        />
        {refunds.payments.length > 1 && (
          <PaymentsFields
            payments={refunds.payments}
            currency={currency}
            planned={section.plan?.payments ?? []}
            value={form.payments}
            error={section.messageOf("payments")}
            onChange={(payments) => section.onChange({ payments })}
          />
        )}
        <AboutFields form={form} onChange={section.onChange} />
      </Drawer.Body>
      <div className="border-ui-border-base border-t px-6 py-4">
        <PlanSummary
          plan={plan}
          isCurrent={isCurrent}
          isError={Boolean(preview.error && !target)}
          notice={noTotalText(
            request,
            preview.error,
            { isAtField: Boolean(target), currency },
            t
          )}
        />
      </div>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button
            type="button"
            size="small"
            variant="secondary"
            disabled={submission.isPending}
          >
            {t("refunds.drawer.cancel")}
          </Button>
        </Drawer.Close>
        <Button
          type="submit"
          size="small"
          disabled={!canSubmit}
          isLoading={submission.isPending}
        >
          {plan
            ? t("refunds.drawer.submit", {
                amount: formatMoney(plan.amount, currency),
              })
            : t("refunds.drawer.submitEmpty")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}

/** As in the dashboard: Enter alone never moves money, Ctrl or Cmd with it does. */
const onlyWithModifier =
  (submit: () => void) => (event: KeyboardEvent<HTMLFormElement>) => {
    const inField = event.target instanceof HTMLInputElement
    if (event.key !== "Enter") {
      return
    }
    if (event.metaKey || event.ctrlKey) {
      event.preventDefault()
      submit()
    } else if (inField) {
      event.preventDefault()
    }
  }
