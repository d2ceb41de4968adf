import { useTranslation } from "react-i18next"
import type { AdminOrderRefundsResponse, OrderRefundDTO } from "../../types"
import type { OrderRefundActions } from "../hooks/use-order-refund-action"
import { sectionsOf, useRefundForm } from "../hooks/use-refund-form"
import { unallocatedOf } from "../lib/amounts"
import { actionErrorText } from "../lib/error-text"
import { formatMoney } from "../lib/format-money"
import { DrawerForm } from "./drawer-form"
import { ExtraAmountFields } from "./extra-amount-fields"
import { FormError } from "./form-error"
import { toAssignRequest } from "../lib/refund-request"
import { ItemsSection } from "./items-section"
import { PlanSummary } from "./plan-summary"
import { ShippingSection } from "./shipping-section"

type Props = {
  refund: OrderRefundDTO
  refunds: AdminOrderRefundsResponse
  action: OrderRefundActions
  onDone: () => void
}

/** What a refund made elsewhere was for: its money has moved already. */
export function AssignForm({ refund, refunds, action, onDone }: Props) {
  const { t } = useTranslation()
  const { id, order_id, display_id, currency_code: currency } = refund
  const state = useRefundForm(
    `/admin/order-refunds/${id}/assign/preview`,
    toAssignRequest
  )
  const { section, hasTarget } = sectionsOf(state, refunds, action)
  const { plan, isCurrent } = state.preview
  const left = unallocatedOf(refund)
  const canSubmit = Boolean(plan && isCurrent && !action.isPending)
  const submit = async () => {
    if (
      canSubmit &&
      (await action.send({ action: "assign", body: state.request }))
    ) {
      onDone()
    }
  }
  return (
    <DrawerForm
      title={t("refunds.assign.title", { id: display_id })}
      description={t("refunds.assign.left", {
        amount: formatMoney(left, currency),
      })}
      showDescription
      summary={
        <PlanSummary
          preview={state.preview}
          request={state.request}
          currency={currency}
          isAtField={hasTarget}
        />
      }
      submitText={
        plan
          ? t("refunds.assign.submit", {
              amount: formatMoney(plan.amount, currency),
            })
          : t("refunds.assign.submitEmpty")
      }
      canSubmit={canSubmit}
      isSending={action.isPending}
      onSubmit={() => void submit()}
    >
      {action.error && !hasTarget && (
        <FormError message={actionErrorText(action.error, currency, t)} />
      )}
      <ItemsSection
        orderId={order_id}
        everything={t("refunds.assign.everything")}
        {...section}
      />
      <ShippingSection {...section} />
      <ExtraAmountFields {...section} />
    </DrawerForm>
  )
}
