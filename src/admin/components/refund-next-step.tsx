import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderRefundDTO } from "../../types"
import { failuresOf, failureText } from "../lib/failure-text"
import { formatMoney, isAboveZero } from "../lib/format-money"
import { waitingTexts } from "../lib/waiting-text"

const EXPLAINED = ["processing", "requires_action", "pending"] as const

/** What an unfinished or failed refund means, in plain words. */
export function RefundNextStep({ refund }: { refund: OrderRefundDTO }) {
  const { t, i18n } = useTranslation()
  const { failed_amount, currency_code } = refund
  const isOwed = isAboveZero(failed_amount)
  const needsAPerson = refund.actions.includes("resolve")
  const status = EXPLAINED.find((each) => each === refund.status)
  return (
    <div className="text-ui-fg-subtle flex flex-col gap-y-1 empty:hidden">
      {isOwed && (
        <Text size="xsmall" weight="plus" className="text-ui-tag-red-text">
          {t("refunds.next.owed", {
            amount: formatMoney(failed_amount, currency_code),
          })}
        </Text>
      )}
      {failuresOf(refund).map((transaction) => (
        <Text key={transaction.id} size="xsmall">
          {failureText(transaction, t)}
        </Text>
      ))}
      {refund.status === "failed" && !isOwed && <Refused refund={refund} />}
      {status && needsAPerson && (
        <Text size="xsmall">{t("refunds.next.resolve")}</Text>
      )}
      {status &&
        !needsAPerson &&
        waitingTexts(refund, status, t, i18n.language).map((text) => (
          <Text key={text} size="xsmall">
            {text}
          </Text>
        ))}
    </div>
  )
}

/** Refused before it counted: nothing is owed for it. */
function Refused({ refund }: { refund: OrderRefundDTO }) {
  const { t } = useTranslation()
  const reasons = refund.transactions.filter(
    ({ failure_reason, superseded_at }) => failure_reason && !superseded_at
  )
  return (
    <>
      {reasons.map(({ id, failure_code, failure_reason }) => (
        <Text key={id} size="xsmall" className="text-ui-tag-red-text">
          {failure_code === "insufficient_funds"
            ? t("refunds.failure.insufficient_funds")
            : t("refunds.next.provider", { reason: failure_reason })}
        </Text>
      ))}
      <Text size="xsmall">{t("refunds.next.failed")}</Text>
    </>
  )
}
