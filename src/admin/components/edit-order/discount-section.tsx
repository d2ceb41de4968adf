import { Label, RadioGroup, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { isAboveZero } from "../../lib/format-money"
import type { EditSectionProps } from "./section-props"

const CHOICES = ["keep", "recompute"] as const

/** Whether units that stay keep their discount. Asked where there is one. */
export function DiscountSection({
  order,
  form,
  plan,
  onChange,
}: EditSectionProps) {
  const { t } = useTranslation()
  const id = useId()
  const isDiscounted =
    order.discount_total > 0 || isAboveZero(plan?.before.discount_total ?? "0")
  return isDiscounted ? (
    <section className="flex flex-col gap-y-2">
      <Text id={`${id}-title`} size="small" weight="plus">
        {t("refundOrderEdit.discounts.title")}
      </Text>
      <RadioGroup
        className="flex flex-col gap-y-2"
        aria-labelledby={`${id}-title`}
        value={form.discounts}
        onValueChange={(value) =>
          onChange({ discounts: value === "recompute" ? "recompute" : "keep" })
        }
      >
        {CHOICES.map((each) => (
          <div key={each} className="flex items-start gap-x-2">
            <RadioGroup.Item
              id={`${id}-${each}`}
              value={each}
              aria-describedby={`${id}-${each}-text`}
            />
            <div className="flex flex-col">
              <Label htmlFor={`${id}-${each}`} size="small">
                {t(`refundOrderEdit.discounts.${each}.label`)}
              </Label>
              <Text
                id={`${id}-${each}-text`}
                size="xsmall"
                className="text-ui-fg-subtle"
              >
                {t(`refundOrderEdit.discounts.${each}.text`)}
              </Text>
            </div>
          </div>
        ))}
      </RadioGroup>
    </section>
  ) : null
}
