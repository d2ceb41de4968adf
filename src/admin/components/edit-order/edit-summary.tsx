import { InlineTip, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderEditState } from "../../hooks/use-order-edit-form"
import { orderEditErrorText } from "../../lib/order-edit-error"
import { isCentOff, moneyText } from "../../lib/order-edit-money"
import { cardsThatPaid, type OrderToEdit } from "../../lib/order-edit-order"

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
    <div
      className={clx("flex flex-col gap-y-1", {
        "opacity-50": plan && !isCurrent,
      })}
    >
      {plan?.warnings.map(({ code, message }) => (
        <InlineTip
          key={code}
          label={t("refunds.drawer.warning")}
          variant="warning"
          className="mb-2"
        >
          {message}
        </InlineTip>
      ))}
      {/* Always the same element: a live region that comes with its text is not read. */}
      <div
        aria-live="polite"
        aria-atomic
        aria-busy={Boolean(plan) && !isCurrent}
      >
        {plan ? (
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
        ) : (
          <Text
            size="small"
            className={
              error && !isAtField ? "text-ui-fg-error" : "text-ui-fg-subtle"
            }
          >
            {noPreviewText()}
          </Text>
        )}
      </div>
    </div>
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
