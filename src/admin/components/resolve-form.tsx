import { Input, RadioGroup, Textarea } from "@medusajs/ui"
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

const OUTCOMES = ["arrived", "lost"] as const
type Outcome = (typeof OUTCOMES)[number]

/** What a person found at a payment provider that never answered. */
export function ResolveForm({ refund, action, onDone }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [form, setForm] = useState({ reference: "", note: "" })
  const { display_id, amount, currency_code: currency } = refund
  const reference = form.reference.trim()
  const note = form.note.trim()
  const canSubmit = outcome !== null && !action.isPending
  const change = (patch: Partial<typeof form>) => {
    action.reset()
    setForm((current) => ({ ...current, ...patch }))
  }
  const submit = async () => {
    const body = {
      arrived: outcome === "arrived",
      ...(reference ? { reference } : {}),
      ...(note ? { note } : {}),
    }
    if (canSubmit && (await action.send({ action: "resolve", body }))) {
      onDone()
    }
  }
  return (
    <DrawerForm
      title={t("refunds.resolve.title", { id: display_id })}
      description={t("refunds.resolve.text", {
        amount: formatMoney(amount, currency),
      })}
      showDescription
      submitText={t("refunds.resolve.submit")}
      canSubmit={canSubmit}
      isSending={action.isPending}
      onSubmit={() => void submit()}
    >
      {action.error && (
        <FormError message={actionErrorText(action.error, currency, t)} />
      )}
      <RadioGroup
        aria-label={t("refunds.resolve.outcome")}
        value={outcome ?? ""}
        onValueChange={(value) => setOutcome(value as Outcome)}
      >
        {OUTCOMES.map((each) => (
          <RadioGroup.ChoiceBox
            key={each}
            value={each}
            label={t(`refunds.resolve.${each}.label`)}
            description={t(`refunds.resolve.${each}.text`)}
          />
        ))}
      </RadioGroup>
      {outcome === "arrived" && (
        <OptionalField
          id={`${id}-reference`}
          label={t("refunds.resolve.reference")}
        >
          <Input
            id={`${id}-reference`}
            size="small"
            autoComplete="off"
            maxLength={255}
            value={form.reference}
            onChange={({ target }) => change({ reference: target.value })}
          />
        </OptionalField>
      )}
      <OptionalField id={`${id}-note`} label={t("refunds.drawer.note")}>
        <Textarea
          id={`${id}-note`}
          rows={2}
          maxLength={5000}
          value={form.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      </OptionalField>
    </DrawerForm>
  )
}
