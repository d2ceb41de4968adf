import { Label, RadioGroup, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { cardName } from "../../lib/card-name"
import {
  chosenValue,
  moneyChoices,
  type MoneyChoice,
} from "../../lib/order-edit-money"
import { FieldError } from "../field-error"
import type { EditSectionProps } from "./section-props"

/** How the money is settled, among what the server offers. */
export function MoneySection({ plan, messageOf, onChange }: EditSectionProps) {
  const { t } = useTranslation()
  const id = useId()
  const choices = plan ? moneyChoices(plan) : []
  const choose = (value: string) => {
    const choice = choices.find((each) => each.value === value)
    if (choice) {
      onChange({
        settle: choice.settle,
        payment_method_id: choice.card?.payment_method_id ?? "",
      })
    }
  }
  return plan && choices.length ? (
    <section className="flex flex-col gap-y-2">
      <Text id={`${id}-title`} size="small" weight="plus">
        {t("refundOrderEdit.settle.title")}
      </Text>
      <RadioGroup
        className="flex flex-col gap-y-2"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-error`}
        value={chosenValue(plan)}
        onValueChange={choose}
      >
        {choices.map((choice) => (
          <div key={choice.value} className="flex items-center gap-x-2">
            <RadioGroup.Item
              id={`${id}-${choice.value}`}
              value={choice.value}
            />
            <Label htmlFor={`${id}-${choice.value}`} size="small">
              <ChoiceText choice={choice} />
            </Label>
          </div>
        ))}
      </RadioGroup>
      <FieldError id={`${id}-error`} message={messageOf("money")} />
    </section>
  ) : null
}

function ChoiceText({ choice: { settle, card } }: { choice: MoneyChoice }) {
  const { t } = useTranslation()
  return card
    ? t("refundOrderEdit.settle.charge", {
        card: cardName(card),
        expiry: `${String(card.exp_month).padStart(2, "0")}/${card.exp_year}`,
      })
    : t(`refundOrderEdit.settle.${settle}`)
}
