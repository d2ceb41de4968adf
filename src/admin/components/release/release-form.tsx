import { Textarea, toast, usePrompt } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminCreateOrderRelease,
  AdminOrderReleaseResponse,
} from "../../../types"
import { useReleaseForm } from "../../hooks/use-release-form"
import { useSentOnce } from "../../hooks/use-sent-once"
import { AdminApiError } from "../../lib/admin-api-error"
import { formatMoney } from "../../lib/format-money"
import type { OrderToEdit } from "../../lib/order-edit-order"
import { toReleaseBody, type ReleaseForm as Form } from "../../lib/release-form"
import {
  releaseErrorText,
  releaseResult,
  releaseSubmitText,
  releaseTarget,
} from "../../lib/release-text"
import { DrawerForm } from "../drawer-form"
import { FormError } from "../form-error"
import { OptionalField } from "../optional-field"
import { ReleaseLines } from "./release-lines"
import { ReleaseSummary } from "./release-summary"

type Props = { order: OrderToEdit; onDone: () => void }

/** Where the merchant lets go of money that is held and not taken yet. */
export function ReleaseForm({ order, onDone }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const prompt = usePrompt()
  const state = useReleaseForm(order)
  const { form, request, preview } = state
  const { plan, isCurrent } = preview
  const submission = useSentOnce<
    AdminCreateOrderRelease,
    AdminOrderReleaseResponse
  >(order.id, `/admin/orders/${order.id}/release`, {
    onPlanChanged: () => void preview.refetch(),
  })
  const error = submission.error ?? preview.error
  const target =
    error instanceof AdminApiError && request
      ? releaseTarget(error.body, request)
      : null
  const text = error
    ? releaseErrorText(error, { isSent: Boolean(submission.error) }, t)
    : undefined
  const canSubmit = Boolean(plan && isCurrent && !submission.isPending)
  const change = (next: Form) => {
    submission.reset()
    state.setForm(next)
  }
  const submit = async () => {
    if (!plan || !request || !canSubmit) {
      return
    }
    const isSure = plan.kind === "capture_less" || (await confirmVoid(plan))
    const answer =
      isSure &&
      (await submission.send(toReleaseBody(form, request), {
        plan_hash: plan.hash,
      }))
    if (answer) {
      const said = releaseResult(answer.order_release, t)
      toast[said.tone](said.text)
      onDone()
    }
  }
  const confirmVoid = ({ released, currency_code }: NonNullable<typeof plan>) =>
    prompt({
      title: t("refundRelease.void.title"),
      description: t("refundRelease.void.text", {
        amount: formatMoney(released, currency_code),
      }),
      confirmText: t("refundRelease.void.confirm"),
      cancelText: t("refunds.action.back"),
    })
  return (
    <DrawerForm
      title={t("refundRelease.title")}
      description={t("refundRelease.description")}
      showDescription
      summary={<ReleaseSummary state={state} isAtField={target !== null} />}
      submitText={releaseSubmitText(plan, t)}
      canSubmit={canSubmit}
      isSending={submission.isPending}
      onSubmit={() => void submit()}
    >
      {submission.error && target === null && text && (
        <FormError message={text} />
      )}
      <ReleaseLines
        order={order}
        form={form}
        plan={plan}
        errorOf={(line) => (target === line ? text : undefined)}
        onChange={change}
      />
      <OptionalField id={`${id}-note`} label={t("refunds.drawer.note")}>
        <Textarea
          id={`${id}-note`}
          rows={2}
          maxLength={5000}
          value={form.note}
          onChange={({ target: { value } }) => change({ ...form, note: value })}
        />
      </OptionalField>
    </DrawerForm>
  )
}
