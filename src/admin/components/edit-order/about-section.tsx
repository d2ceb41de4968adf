import { Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { OptionalField } from "../optional-field"
import { RefundReasonField } from "../refund-reason-field"
import type { EditSectionProps } from "./section-props"

/** Why money goes back, where it does, and what the staff should read. */
export function AboutSection({ form, plan, onChange }: EditSectionProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section className="flex flex-col gap-y-4">
      {plan?.settlement.kind === "refund" && (
        <RefundReasonField
          value={form.refund_reason_id}
          onChange={(refund_reason_id) => onChange({ refund_reason_id })}
        />
      )}
      <OptionalField id={`${id}-note`} label={t("refunds.drawer.note")}>
        <Textarea
          id={`${id}-note`}
          rows={2}
          maxLength={5000}
          value={form.note}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      </OptionalField>
    </section>
  )
}
