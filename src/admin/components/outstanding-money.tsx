import { Button, Hint, Text } from "@medusajs/ui"
import type { RefObject } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminCreateOrderRefund,
  AdminOrderRefundsResponse,
  OutstandingPlan,
} from "../../types"
import {
  useIsRefunding,
  useRefundSubmission,
} from "../hooks/use-refund-submission"
import { formatMoney } from "../lib/format-money"
import { outstandingErrorText } from "../lib/outstanding-error-text"

/** Everything that the order owes after edits, returns and claims. */
const OUTSTANDING: AdminCreateOrderRefund = { outstanding: true }

type Props = {
  orderId: string
  refunds: Pick<AdminOrderRefundsResponse, "summary" | "blocked">
  outstanding: OutstandingPlan
  /** Gets the focus once nothing is owed and the button is gone. */
  next: RefObject<HTMLButtonElement>
}

/** What the order owes after an edit, return or claim, and the button that refunds it. */
export function OutstandingMoney({
  orderId,
  refunds,
  outstanding,
  next,
}: Props) {
  const { t } = useTranslation()
  const { owed, currency_code: currency } = refunds.summary
  const isSending = useIsRefunding(orderId)
  const submission = useRefundSubmission(orderId, {
    onDone: () => next.current?.focus(),
  })
  const { refund_plan: plan } = outstanding
  const error = outstandingErrorText(
    { outstanding, submission: submission.error },
    { blocked: refunds.blocked, currency, amount: submission.sentAmount },
    t
  )
  return (
    <section
      className="flex flex-col items-start gap-y-2 px-6 py-4"
      aria-label={t("refunds.outstanding.label")}
    >
      <Text size="small" className="text-ui-tag-orange-text">
        {t("refunds.outstanding.text", { amount: formatMoney(owed, currency) })}
      </Text>
      {error && (
        <Hint variant="error" role="alert">
          {error}
        </Hint>
      )}
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={!plan}
        isLoading={isSending}
        onClick={() => plan && void submission.submit(OUTSTANDING, plan)}
      >
        {t("refunds.outstanding.submit", {
          amount: formatMoney(plan?.amount ?? owed, currency),
        })}
      </Button>
    </section>
  )
}
