import { Select, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useRefundReasons } from "../../hooks/use-order-lines"
import { OptionalField } from "../optional-field"
import type { EditSectionProps } from "./section-props"

/** Why money goes back, where it does, and what the staff should read. */
export function AboutSection({ form, plan, onChange }: EditSectionProps) {
  const { t } = useTranslation()
  const { data: reasons } = useRefundReasons()
  const id = useId()
  return (
    <section className="flex flex-col gap-y-4">
      {plan?.settlement.kind === "refund" && reasons?.length !== 0 && (
        <OptionalField id={`${id}-reason`} label={t("refunds.drawer.reason")}>
          <Select
            size="small"
            value={form.refund_reason_id}
            onValueChange={(refund_reason_id) => onChange({ refund_reason_id })}
          >
            <Select.Trigger id={`${id}-reason`}>
              <Select.Value placeholder={t("refunds.drawer.noReason")} />
            </Select.Trigger>
            <Select.Content>
              {reasons?.map((reason) => (
                <Select.Item key={reason.id} value={reason.id}>
                  {reason.label}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </OptionalField>
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
