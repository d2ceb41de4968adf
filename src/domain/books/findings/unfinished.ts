import { isReserved } from "../../gateway/refund-transaction-status"
import type { OrderRefundRecord } from "../refund-records"
import type { Found, OrderBooks, UnfinishedWork } from "./types"
import { GRACE_MS, money, named } from "./words"

/** The job looks every minute: what is older is not going to be finished soon. */
const STUCK_AFTER_MS = 10 * 60_000

/** Everything that was begun comes to its end. */
export const unfinished = (books: OrderBooks): Found[] => [
  ...books.unfinished.flatMap((work) => stuckWork(books, work)),
  ...books.refunds.flatMap((refund) => [
    ...reservations(books, refund),
    ...notGivenBack(books, refund),
    ...unwritten(books, refund),
  ]),
]

function stuckWork(
  { now, order }: OrderBooks,
  { kind, id, touched_at }: UnfinishedWork
): Found[] {
  if (now.getTime() - touched_at.getTime() <= STUCK_AFTER_MS) {
    return []
  }
  const about = {
    severity: "error" as const,
    about: id,
    advice: order.active_change
      ? `Close the order's open change ${order.active_change.id} first, then repair.`
      : "A repair undoes it where nothing came of it, and goes on with it else.",
  }
  const since = touched_at.toISOString()
  return kind === "order_edit"
    ? [
        {
          ...about,
          code: "edit_unfinished",
          message: `The order edit ${id} was begun, and nothing was done for it since ${since}.`,
          mend: [{ kind: "finish_edit", order_edit_id: id }],
        },
      ]
    : [
        {
          ...about,
          code: "release_unfinished",
          message: `The order release ${id} was begun, and nothing was done for it since ${since}.`,
          mend: [{ kind: "finish_release", order_release_id: id }],
        },
      ]
}

/**
 * A refund of which the provider took nothing leaves its lines free. Before
 * 0.1.0 one that failed before its lost answer was known kept them.
 */
function notGivenBack(
  { now, goods }: OrderBooks,
  refund: OrderRefundRecord
): Found[] {
  const { transactions } = refund
  const isVain =
    !refund.revoked_at &&
    transactions.length > 0 &&
    transactions.every(
      ({ status, accepted_at, superseded_at, updated_at }) =>
        status === "failed" &&
        !accepted_at &&
        !superseded_at &&
        now.getTime() - new Date(updated_at).getTime() > STUCK_AFTER_MS
    )
  // Units that left the order are owed, paid or not.
  if (!isVain || goods.of(refund.id).moved) {
    return []
  }
  return [
    {
      code: "refund_not_given_back",
      severity: "error",
      about: refund.id,
      message: `No payment provider took ${named(refund)} of ${money(refund.amount, refund.currency_code)}, but its lines cannot be refunded again.`,
      advice: "A repair frees them.",
      order_refund_id: refund.id,
      mend: [{ kind: "finish", order_refund_id: refund.id }],
    },
  ]
}

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
