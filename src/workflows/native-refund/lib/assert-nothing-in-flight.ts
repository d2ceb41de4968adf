import { isReserved, type OrderRefundRecord } from "../../../domain"
import { refundError } from "../../common/refund-error"

/**
 * Medusa's button names no line and has no idempotency key. While an outcome is
 * not known, a second press must not be taken for a second refund.
 *
 * @throws refund_in_progress
 */
export function assertNothingInFlight(refunds: OrderRefundRecord[]): void {
  const open = refunds.find(({ transactions }) =>
    transactions.some(({ status }) => isReserved(status))
  )
  if (open) {
    throw refundError({
      code: "refund_in_progress",
      message: `Order refund ${open.id} of ${open.amount} ${open.currency_code.toUpperCase()} is still being made. Wait until its outcome is known.`,
      details: { order_refund_id: open.id },
    })
  }
}

/**
 * Of two presses at the same moment the second waits for the first one's lock,
 * and would then do it all again.
 *
 * @throws refund_in_progress
 */
export function assertNothingNew(
  refunds: OrderRefundRecord[],
  known: string[]
): void {
  const added = refunds.find(({ id }) => !known.includes(id))
  if (added) {
    throw refundError({
      code: "refund_in_progress",
      message: `Order refund ${added.id} of ${added.amount} ${added.currency_code.toUpperCase()} was made at the same moment. Look at it, then refund again if more is due.`,
      details: { order_refund_id: added.id },
    })
  }
}
