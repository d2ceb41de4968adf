import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ReleaseState } from "../../hooks/use-release-form"
import { formatMoney } from "../../lib/format-money"
import { bankText, releaseErrorText } from "../../lib/release-text"
import { LiveSummary } from "../live-summary"

type Props = {
  state: ReleaseState
  /** The error stands at its field, and is not repeated. */
  isAtField: boolean
}

/** What is released, what is charged, and what the customer's bank shows. */
export function ReleaseSummary({ state, isAtField }: Props) {
  const { t } = useTranslation()
  const { plan, isCurrent, error } = state.preview
  return (
    <LiveSummary
      warnings={plan?.warnings ?? []}
      isStale={Boolean(plan) && !isCurrent}
      missing={noPlanText()}
      isError={Boolean(error) && !isAtField}
    >
      {plan && (
        <>
          <Row
            label={t("refundRelease.released")}
            value={formatMoney(plan.released, plan.currency_code)}
          />
          <Row
            label={t("refundRelease.captured")}
            value={formatMoney(plan.capture_amount, plan.currency_code)}
          />
          <Text size="small" className="pt-1">
            {bankText(plan, t)}
          </Text>
        </>
      )}
    </LiveSummary>
  )

  function noPlanText(): string {
    if (!state.request) {
      return t("refundRelease.missing")
    }
    if (!error) {
      return t("refundRelease.computing")
    }
    return isAtField
      ? t("refundRelease.noPlan")
      : releaseErrorText(error, { isSent: false }, t)
  }
}

const Row = (props: { label: string; value: string }) => (
  <div className="txt-compact-small-plus flex justify-between">
    <span>{props.label}</span>
    <span className="tabular-nums">{props.value}</span>
  </div>
)
