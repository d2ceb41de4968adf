import { Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useRefundReasons } from "../hooks/use-order-lines"
import { OptionalField } from "./optional-field"

type Props = { value: string; onChange: (refund_reason_id: string) => void }

/** Why money goes back; not there in a store that keeps no reasons. */
export function RefundReasonField({ value, onChange }: Props) {
  const { t } = useTranslation()
  const { data: reasons } = useRefundReasons()
  const id = useId()
  return reasons?.length === 0 ? null : (
    <OptionalField id={id} label={t("refunds.drawer.reason")}>
      <Select size="small" value={value} onValueChange={onChange}>
        <Select.Trigger id={id}>
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
  )
}
