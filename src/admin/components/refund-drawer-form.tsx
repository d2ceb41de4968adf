import { useTranslation } from "react-i18next"
import type { AdminOrderRefundsResponse } from "../../types"
import { sectionsOf, useRefundForm } from "../hooks/use-refund-form"
import { useRefundSubmission } from "../hooks/use-refund-submission"
import { submissionErrorText } from "../lib/error-text"
import { toRefundRequest } from "../lib/refund-request"
import { submitText } from "../lib/submit-text"
import { AboutFields } from "./about-fields"
import { DrawerForm } from "./drawer-form"
import { FormError } from "./form-error"
import { PlanSummary } from "./plan-summary"
import { RefundFields } from "./refund-fields"

type Props = {
  orderId: string
  refunds: AdminOrderRefundsResponse
  onDone: () => void
}

export function RefundDrawerForm({ orderId, refunds, onDone }: Props) {
  const { t } = useTranslation()
  const state = useRefundForm(`/admin/orders/${orderId}/refunds/preview`)
  const { form, request, preview } = state
  const submission = useRefundSubmission(orderId, {
    onDone,
    onPlanChanged: () => void preview.refetch(),
  })
  const { section, hasTarget } = sectionsOf(state, refunds, submission)
  const currency = refunds.summary.currency_code
  const { plan, isCurrent } = preview
  const canSubmit = Boolean(plan && isCurrent && !submission.isPending)
  return (
    <DrawerForm
      title={t("refunds.drawer.title")}
      description={t("refunds.drawer.description")}
      summary={
        <PlanSummary
          preview={preview}
          request={request}
          currency={currency}
          isAtField={hasTarget}
        />
      }
      submitText={submitText(plan, t)}
      canSubmit={canSubmit}
      isSending={submission.isPending}
      onSubmit={() => {
        if (plan && canSubmit) {
          void submission.submit(toRefundRequest(form), plan)
        }
      }}
    >
      {submission.error && !hasTarget && (
        <FormError
          message={submissionErrorText(
            submission.error,
            { amount: submission.sentAmount, currency },
            t
          )}
        />
      )}
      <RefundFields orderId={orderId} {...section} />
      <AboutFields form={form} onChange={section.onChange} />
    </DrawerForm>
  )
}
