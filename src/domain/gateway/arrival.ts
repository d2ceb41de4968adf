import { addBusinessDays } from "../business-days"
import { destinationOf, REVERSAL_DAYS, USUAL_DAYS } from "./destinations"
import type { RefundDetails } from "./refund-details"
import type { RefundTransactionStatus } from "./refund-transaction-status"

/** What of one movement of money decides when it should be there. */
export type Movement = Pick<
  RefundDetails,
  "destination_type" | "card_refund_type" | "pending_reason"
> & {
  status: RefundTransactionStatus
  /** When the gateway took it, or the customer said where it should go. ISO 8601. */
  sent_at: string | null
}

/** Between these two moments, ISO 8601. */
export type Arrival = { from: string; to: string }

/** Stripe has taken it, and sends it when the merchant's balance or the payment is there. */
const NOT_SENT: readonly (string | null)[] = [
  "insufficient_funds",
  "charge_pending",
]

/** Whether its days are counting: it is on its way, or Stripe calls it done. */
const isUnderWay = ({ status, pending_reason }: Movement): boolean =>
  status === "succeeded" ||
  (status === "pending" && !NOT_SENT.includes(pending_reason))

/**
 * When money should be back, by the way that it takes; null while nobody can say.
 * It depends on the movement alone, not on the time. Weekends are left out, holidays
 * are not: they differ by bank, and the ranges are wide.
 *
 * @example
 * arrivalOf({ destination_type: "klarna", sent_at: "2026-11-20T09:00:00.000Z", ... })
 * // { from: "2026-11-24T09:00:00.000Z", to: "2026-11-27T09:00:00.000Z" }
 */
export function arrivalOf(movement: Movement): Arrival | null {
  const { sent_at, destination_type, card_refund_type } = movement
  if (!sent_at || !isUnderWay(movement)) {
    return null
  }
  const days =
    card_refund_type === "reversal"
      ? REVERSAL_DAYS
      : destination_type
        ? destinationOf(destination_type).days
        : USUAL_DAYS
  const after = (count: number) =>
    addBusinessDays(new Date(sent_at), count).toISOString()
  return { from: after(days.from), to: after(days.to) }
}

/** When the last part of several should be back; null where none can be told. */
export function lastArrival(movements: Movement[]): Arrival | null {
  const arrivals = movements.flatMap((movement) => arrivalOf(movement) ?? [])
  const last = (field: keyof Arrival) =>
    arrivals
      .map((arrival) => arrival[field])
      .sort()
      .at(-1)
  const [from, to] = [last("from"), last("to")]
  return from && to ? { from, to } : null
}
