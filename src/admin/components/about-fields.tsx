import { Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { RefundForm } from "../lib/refund-form"
import { OptionalField } from "./optional-field"
import { RefundReasonField } from "./refund-reason-field"

type Props = {
  form: RefundForm
  onChange: (change: Partial<RefundForm>) => void
}

/** Why, and what the staff and the customer should read. */
export function AboutFields({ form, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section className="flex flex-col gap-y-4">
      <RefundReasonField
        value={form.refund_reason_id}
        onChange={(refund_reason_id) => onChange({ refund_reason_id })}
      />
      <OptionalField id={`${id}-note`} label={t("refunds.drawer.note")}>
        <Textarea
          id={`${id}-note`}
          value={form.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </OptionalField>
      <OptionalField
        id={`${id}-customer`}
        label={t("refunds.drawer.customerNote")}
      >
        <Textarea
          id={`${id}-customer`}
          value={form.customer_note}
          onChange={(event) => onChange({ customer_note: event.target.value })}
        />
      </OptionalField>
    </section>
  )
}
