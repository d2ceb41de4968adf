import { isReserved } from "../../../domain"
import type { OrderRefundRecord } from "../../../modules/refunds/types"
import type { Found, OrderBooks } from "../types"
import { GRACE_MS, money, named } from "./words"

/** The job looks every minute: what is older is not going to be finished soon. */
const STUCK_AFTER_MS = 10 * 60_000

/** Everything that was begun comes to its end. */
export const unfinished = (books: OrderBooks): Found[] =>
  books.refunds.flatMap((refund) => [
    ...reservations(books, refund),
    ...unwritten(books, refund),
  ])

function reservations({ now }: OrderBooks, refund: OrderRefundRecord): Found[] {
  return refund.transactions
    .filter(
      ({ status, created_at }) =>
        isReserved(status) &&
        now.getTime() - new Date(created_at).getTime() > STUCK_AFTER_MS
    )
    .map(({ id, status, amount, payment_id, created_at }) => ({
      code: "reservation_stuck",
      severity: "error",
      about: id,
      message: `${money(amount, refund.currency_code)} of ${payment_id} are held for ${named(refund)} since ${created_at}, and ${id} is still ${status}.`,
      advice:
        "A repair asks the payment provider again; if it cannot tell, look there whether the customer got the money.",
      order_refund_id: refund.id,
      mend: [{ kind: "finish", order_refund_id: refund.id }],
    }))
}

function unwritten(
  { now, order }: OrderBooks,
  refund: OrderRefundRecord
): Found[] {
  const touched = Math.max(
    ...[refund.created_at, ...refund.transactions.map((t) => t.updated_at)].map(
      (date) => new Date(date).getTime()
    )
  )
  if (
    refund.booked_at ||
    now.getTime() - touched < GRACE_MS ||
    refund.transactions.some(({ status }) => isReserved(status))
  ) {
    return []
  }
  const change = order.active_change
  return [
    {
      code: "books_not_written",
      severity: change ? "warning" : "error",
      about: refund.id,
      message: `The order's books do not say yet what ${named(refund)} did.`,
      advice: change
        ? `They follow when its open change ${change.id} is confirmed or cancelled.`
        : "A repair writes them.",
      order_refund_id: refund.id,
      mend: change ? [] : [{ kind: "finish", order_refund_id: refund.id }],
    },
  ]
}
