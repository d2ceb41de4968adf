import { addBusinessDays } from "../business-days"
import { currentTransactions } from "./current-transactions"
import type { RefundTransaction } from "./refund-records"

/** Source: docs.stripe.com/refunds, "5-10 business days". */
const ARRIVES_AFTER_DAYS = { from: 5, to: 10 }

/**
 * When a customer can expect the money: business days after the gateway last took a
 * part of it.
 *
 * @returns null where no gateway has any of it
 */
export function expectedArrival(refund: {
  transactions: Pick<
    RefundTransaction,
    "method" | "accepted_at" | "superseded_at"
  >[]
}): { from: string; to: string } | null {
  const sent = currentTransactions(refund)
    .filter(({ method }) => method === "gateway")
    .flatMap(({ accepted_at }) => accepted_at ?? [])
    .sort()
    .at(-1)
  const after = (days: number, start: string) =>
    addBusinessDays(new Date(start), days).toISOString()
  return sent
    ? {
        from: after(ARRIVES_AFTER_DAYS.from, sent),
        to: after(ARRIVES_AFTER_DAYS.to, sent),
      }
    : null
}
