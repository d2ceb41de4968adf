import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { INVALID_GROUNDS, type InvalidGround } from "../lib/invalid-grounds"

type Props = {
  value: InvalidGround | ""
  onChange: (ground: InvalidGround) => void
}

/** Which rule of the law takes the right to withdraw away. */
export function GroundField({ value, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1.5">
      <Label htmlFor={id} size="small" weight="plus">
        {t("refundRequests.invalid.ground")}
      </Label>
      <Select
        size="small"
        value={value}
        onValueChange={(next) => {
          const chosen = INVALID_GROUNDS.find((each) => each === next)
          if (chosen) {
            onChange(chosen)
          }
        }}
      >
        <Select.Trigger id={id} autoFocus aria-required>
          <Select.Value placeholder={t("refundRequests.invalid.choose")} />
        </Select.Trigger>
        <Select.Content>
          {INVALID_GROUNDS.map((each) => (
            <Select.Item key={each} value={each}>
              {t(`refundRequests.invalid.grounds.${each}`)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
