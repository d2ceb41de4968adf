import { Button, Table, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { StripeEventDTO } from "../../types"
import { useStripeEventRetry } from "../hooks/use-reconciliation-events"
import type { Translate } from "../lib/error-text"
import { refusalOr } from "../lib/reconciliation-error"
import { numberText, whenText } from "../lib/reconciliation-text"

type Props = { event: StripeEventDTO; onGone: () => void }

/** One event that could not be processed, and another try. */
export function StripeEventRow({ event, onGone }: Props) {
  const { t, i18n } = useTranslation()
  const retry = useStripeEventRetry()
  const tryAgain = async () => {
    try {
      const after = await retry.mutateAsync(event.id)
      announce(after, t)
      if (after.status !== "failed") {
        onGone()
      }
    } catch (error) {
      const lost = t("refundReconciliation.events.lost")
      toast.error(error instanceof Error ? refusalOr(lost, error) : lost)
    }
  }
  return (
    <Table.Row>
      <Table.Cell>{event.id}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">{event.type}</Table.Cell>
      <Table.Cell className="py-3">{event.reason ?? "–"}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        {numberText(event.attempts, i18n.language)}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {whenText(event.received_at, i18n.language)}
      </Table.Cell>
      <Table.Cell className="text-right">
        <Button
          size="small"
          variant="secondary"
          className={
            retry.isPending ? "cursor-not-allowed opacity-50" : undefined
          }
          aria-disabled={retry.isPending}
          aria-label={t("refundReconciliation.events.retryLabel", {
            id: event.id,
          })}
          onClick={() => !retry.isPending && void tryAgain()}
        >
          {t("refundReconciliation.events.retry")}
        </Button>
      </Table.Cell>
    </Table.Row>
  )
}

/** Says what became of the event. */
function announce({ status, reason }: StripeEventDTO, t: Translate): void {
  switch (status) {
    case "processed":
      toast.success(t("refundReconciliation.events.done"))
      break
    case "ignored":
      toast.info(t("refundReconciliation.events.ignored"))
      break
    case "received":
      toast.info(t("refundReconciliation.events.accepted"))
      break
    default:
      toast.error(
        reason
          ? t("refundReconciliation.events.stillFailedReason", { reason })
          : t("refundReconciliation.events.stillFailed")
      )
  }
}
