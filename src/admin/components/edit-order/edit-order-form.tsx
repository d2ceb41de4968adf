import { useTranslation } from "react-i18next"
import type {
  AdminEditOrder,
  AdminOrderEditResponse,
  OrderEditDTO,
} from "../../../types"
import { useOrderEditForm } from "../../hooks/use-order-edit-form"
import { useSentOnce } from "../../hooks/use-sent-once"
import { AdminApiError } from "../../lib/admin-api-error"
import { orderEditErrorText, orderEditTarget } from "../../lib/order-edit-error"
import { toEditBody } from "../../lib/order-edit-form"
import { editSubmitText } from "../../lib/order-edit-money"
import { linesOf, type OrderToEdit } from "../../lib/order-edit-order"
import { DrawerForm } from "../drawer-form"
import { FormError } from "../form-error"
import { AboutSection } from "./about-section"
import { DiscountSection } from "./discount-section"
import { EditSummary } from "./edit-summary"
import { LinesSection } from "./lines-section"
import { MoneySection } from "./money-section"
import type { EditSectionProps } from "./section-props"
import { TotalsTable } from "./totals-table"
import { VariantSearch } from "./variant-search"

type Props = { order: OrderToEdit; onDone: (edit: OrderEditDTO) => void }

/** Where the merchant changes an order, and sees what that does to the money. */
export function EditOrderForm({ order, onDone }: Props) {
  const { t } = useTranslation()
  const state = useOrderEditForm(order)
  const { form, request, preview } = state
  const { plan, isCurrent } = preview
  const submission = useSentOnce<AdminEditOrder, AdminOrderEditResponse>(
    order.id,
    `/admin/orders/${order.id}/edits`,
    { onPlanChanged: () => void preview.refetch() }
  )
  const error = submission.error ?? preview.error
  const target =
    error instanceof AdminApiError && request
      ? orderEditTarget(error.body, request, linesOf(order))
      : null
  const text = error
    ? orderEditErrorText(error, { isSent: Boolean(submission.error) }, t)
    : undefined
  const section: EditSectionProps = {
    order,
    form,
    plan,
    messageOf: (kind, id) =>
      target?.kind === kind && (!("id" in target) || target.id === id)
        ? text
        : undefined,
    onChange: (patch) => {
      submission.reset()
      state.change(patch)
    },
  }
  const canSubmit = Boolean(plan && isCurrent && !submission.isPending)
  const submit = async () => {
    if (plan && request && canSubmit) {
      const answer = await submission.send(toEditBody(form, request), {
        preview_hash: plan.hash,
      })
      if (answer) {
        onDone(answer.order_edit)
      }
    }
  }
  return (
    <DrawerForm
      title={t("refundOrderEdit.title")}
      description={t("refundOrderEdit.description")}
      summary={
        <EditSummary order={order} state={state} isAtField={Boolean(target)} />
      }
      submitText={editSubmitText(plan, t)}
      canSubmit={canSubmit}
      isSending={submission.isPending}
      onSubmit={() => void submit()}
    >
      {submission.error && !target && text && <FormError message={text} />}
      <LinesSection {...section} />
      <VariantSearch form={form} onChange={section.onChange} />
      <DiscountSection {...section} />
      {plan && <TotalsTable plan={plan} isCurrent={isCurrent} />}
      <MoneySection {...section} />
      <AboutSection {...section} />
    </DrawerForm>
  )
}
