import { Hint, Input, Label, Textarea } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { OrderRefundDTO } from "../../types"
import type { OrderRefundActions } from "../hooks/use-order-refund-action"
import { actionErrorText } from "../lib/error-text"
import { formatMoney } from "../lib/format-money"
import { DrawerForm } from "./drawer-form"
import { FormError } from "./form-error"
import { OptionalField } from "./optional-field"

type Props = {
  refund: OrderRefundDTO
  action: OrderRefundActions
  onDone: () => void
}

/** The proof that the customer was paid outside of every payment provider. */
export function SettleForm({ refund, action, onDone }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [form, setForm] = useState({ reference: "", note: "" })
  const { display_id, failed_amount, currency_code: currency } = refund
  const reference = form.reference.trim()
  const note = form.note.trim()
  const canSubmit = Boolean(reference) && !action.isPending
  const change = (patch: Partial<typeof form>) => {
    action.reset()
    setForm((current) => ({ ...current, ...patch }))
  }
  const submit = async () => {
    const body = { reference, ...(note ? { note } : {}) }
    if (canSubmit && (await action.send({ action: "settle", body }))) {
      onDone()
    }
  }
  return (
    <DrawerForm
      title={t("refunds.settle.title", { id: display_id })}
      description={t("refunds.settle.text", {
        amount: formatMoney(failed_amount, currency),
      })}
      showDescription
      submitText={t("refunds.settle.submit")}
      canSubmit={canSubmit}
      isSending={action.isPending}
      onSubmit={() => void submit()}
    >
      {action.error && (
        <FormError message={actionErrorText(action.error, currency, t)} />
      )}
      <div className="flex flex-col gap-y-1.5">
        <Label htmlFor={`${id}-reference`} size="small" weight="plus">
          {t("refunds.settle.reference")}
        </Label>
        <Input
          id={`${id}-reference`}
          size="small"
          autoComplete="off"
          autoFocus
          aria-required
          aria-describedby={`${id}-hint`}
          value={form.reference}
          onChange={(event) => change({ reference: event.target.value })}
        />
        <Hint id={`${id}-hint`}>{t("refunds.settle.referenceHint")}</Hint>
      </div>
      <OptionalField id={`${id}-note`} label={t("refunds.drawer.note")}>
        <Textarea
          id={`${id}-note`}
          value={form.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </OptionalField>
    </DrawerForm>
  )
}
