import { Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminOrderRefundsResponse,
  AdminRefundRequestProposalResponse,
  RefundRequestDTO,
} from "../../../types"
import { DrawerForm } from "../../components/drawer-form"
import { FormError } from "../../components/form-error"
import { OptionalField } from "../../components/optional-field"
import { PlanSummary } from "../../components/plan-summary"
import { RefundFields } from "../../components/refund-fields"
import { sectionsOf, useRefundForm } from "../../hooks/use-refund-form"
import { submitText } from "../../lib/submit-text"
import { useApproval } from "../hooks/use-approval"
import { approvalBody, approvedRequest } from "../lib/approval-body"
import { proposalForm } from "../lib/proposal-form"
import { approvalErrorText } from "../lib/request-error"
import { requestTitle } from "../lib/request-text"
import { ProposalNotes } from "./proposal-notes"

type Props = {
  request: RefundRequestDTO
  orderId: string
  refunds: AdminOrderRefundsResponse
  proposal: AdminRefundRequestProposalResponse["proposal"]
  onBack: () => void
  onDone: () => void
}

/** The refund's form, filled with what the customer asked for and can still get. */
export function ApproveForm({ request, orderId, refunds, ...props }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { proposal, onBack, onDone } = props
  const state = useRefundForm(
    `/admin/orders/${orderId}/refunds/preview`,
    (form) => approvedRequest(form, proposal.request),
    () => proposalForm(proposal.request, refunds)
  )
  const { form, preview } = state
  const { plan, isCurrent } = preview
  const approval = useApproval(request, orderId, {
    onDone,
    onPlanChanged: () => void preview.refetch(),
  })
  const { section, hasTarget } = sectionsOf(state, refunds, approval)
  const currency = refunds.summary.currency_code
  const canSubmit = Boolean(plan && isCurrent && !approval.isPending)
  return (
    <DrawerForm
      title={t("refundRequests.approve.title")}
      description={requestTitle(request, t)}
      showDescription
      summary={
        <PlanSummary
          preview={preview}
          request={state.request}
          currency={currency}
          isAtField={hasTarget}
        />
      }
      submitText={submitText(plan, t)}
      canSubmit={canSubmit}
      isSending={approval.isPending}
      onSubmit={() => {
        if (plan && canSubmit) {
          void approval.approve(approvalBody(form, state.request), plan)
        }
      }}
      onBack={onBack}
    >
      {approval.error && !hasTarget && (
        <FormError
          message={approvalErrorText(
            approval.error,
            { amount: approval.sentAmount, currency },
            t
          )}
        />
      )}
      <ProposalNotes
        proposal={proposal}
        request={request}
        currency={currency}
      />
      <RefundFields orderId={orderId} {...section} />
      <OptionalField id={id} label={t("refunds.drawer.customerNote")}>
        <Textarea
          id={id}
          maxLength={5000}
          value={form.customer_note}
          onChange={({ target }) =>
            section.onChange({ customer_note: target.value })
          }
        />
      </OptionalField>
    </DrawerForm>
  )
}
