import type { OrderRefundDTO, RefundTransactionDTO } from "../../types"
import type { Translate } from "./error-text"
import { localeOf } from "./locale"

type Status = "processing" | "requires_action" | "pending"
type Refund = {
  transactions: Pick<
    RefundTransactionDTO,
    | "status"
    | "superseded_at"
    | "pending_reason"
    | "action_email_sent_at"
    | "action_expires_at"
  >[]
}

/** What Stripe names as reasons that somebody here can do something about. */
const REASONS = ["insufficient_funds", "charge_pending"] as const

/** What a refund waits for, and whose turn it is: one sentence each. */
export function waitingTexts(
  refund: Refund | Pick<OrderRefundDTO, "transactions">,
  status: Status,
  t: Translate,
  language: string
): string[] {
  const waiting = refund.transactions.filter(
    (each) => each.status === status && !each.superseded_at
  )
  const reasons = REASONS.filter((reason) =>
    waiting.some(({ pending_reason }) => pending_reason === reason)
  )
  if (status === "pending" && reasons.length) {
    return reasons.map((reason) => t(`refunds.next.${reason}`))
  }
  const date = (at: string) =>
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium" }).format(
      new Date(at)
    )
  const told = waiting.flatMap(
    ({ action_email_sent_at, action_expires_at }) => [
      ...(action_email_sent_at
        ? [t("refunds.next.email_sent", { date: date(action_email_sent_at) })]
        : []),
      ...(action_expires_at
        ? [t("refunds.next.expires", { date: date(action_expires_at) })]
        : []),
    ]
  )
  const general = t(`refunds.next.${status}`)
  const asked = waiting.some(({ action_email_sent_at }) => action_email_sent_at)
  return [...new Set([...(asked ? [] : [general]), ...told])]
}
