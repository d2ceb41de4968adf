import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderEditState } from "../../hooks/use-order-edit-form"
import { orderEditErrorText } from "../../lib/order-edit-error"
import { isCentOff, moneyText } from "../../lib/order-edit-money"
import { cardsThatPaid, type OrderToEdit } from "../../lib/order-edit-order"
import { LiveSummary } from "../live-summary"

type Props = {
  order: OrderToEdit
  state: OrderEditState
  /** The error stands at its field, and is not repeated. */
  isAtField: boolean
}

/** What the edit does to the total, and what happens with the money. */
export function EditSummary({ order, state, isAtField }: Props) {
  const { t } = useTranslation()
  const { plan, isCurrent, error } = state.preview
  return (
    <LiveSummary
      warnings={plan?.warnings ?? []}
      isStale={Boolean(plan) && !isCurrent}
      missing={noPreviewText()}
      isError={Boolean(error) && !isAtField}
    >
      {plan && (
        <>
          <Text size="small" weight="plus">
            {moneyText(plan, cardsThatPaid(order), t)}
          </Text>
          {isCentOff(plan) && (
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t("refundOrderEdit.rounding")}
            </Text>
          )}
        </>
      )}
    </LiveSummary>
  )

  function noPreviewText(): string {
    if (!state.request) {
      return t(`refundOrderEdit.missing.${state.isTooFew ? "units" : "change"}`)
    }
    if (!error) {
      return t("refundOrderEdit.computing")
    }
    return isAtField
      ? t("refundOrderEdit.noPreview")
      : orderEditErrorText(error, { isSent: false }, t)
  }
}
