import { Select, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useRefundReasons } from "../hooks/use-order-lines"
import type { RefundForm } from "../lib/refund-form"
import { OptionalField } from "./optional-field"

type Props = {
  form: RefundForm
  onChange: (change: Partial<RefundForm>) => void
}

/** Why, and what the staff and the customer should read. */
export function AboutFields({ form, onChange }: Props) {
  const { t } = useTranslation()
  const { data: reasons } = useRefundReasons()
  const id = useId()
  return (
    <section className="flex flex-col gap-y-4">
      {reasons?.length !== 0 && (
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
