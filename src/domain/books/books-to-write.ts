import {
  hasFailed,
  hasMoved,
  isReserved,
} from "../gateway/refund-transaction-status"
import { negate, subtract, sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { isNoise } from "../money/noise"
import type { OrderReference } from "./entries"
import type { RefundGoods } from "./goods-types"
import { creditLacking, hasCounted } from "./granted-credit"
import type { MedusaOrder } from "./medusa-order"
import { isMedusasOwn } from "./medusas-own"
import { payoutReference, payoutsGone, payoutsOf } from "./payouts"
import type {
  OrderRefundRecord,
  RefundTransactionRecord,
} from "./refund-records"
import { payableOrNothing, unpayable } from "./unpayable-rest"

/** What Medusa's books lack of an order refund, and what they have too much. */
export type BooksToWrite = {
  rows: { missing: RefundTransactionRecord[]; gone: RefundTransactionRecord[] }
  /** To add to the credit lines of this refund; below zero takes back. */
  credit: Decimal
  /** Less than anybody can pay: Medusa's totals have more digits than money. */
  rounding: Decimal
  payouts: {
    missing: (OrderReference & { amount: Decimal })[]
    /** Ids of order transactions whose money came back. */
    gone: string[]
  }
  /** False while a gateway has not answered. */
  complete: boolean
}

/**
 * Compares an order refund with the order's books. Everything follows from the
 * two and the order's goods, so it does not matter what was written before a
 * crash.
 */
export function booksToWrite(
  refund: OrderRefundRecord,
  order: MedusaOrder,
  goods: RefundGoods
): BooksToWrite {
  const moved = refund.transactions.filter(({ status }) => hasMoved(status))
  const failed = refund.transactions.filter(({ status }) => hasFailed(status))
  const rows = new Set(
    order.payments.flatMap(({ refunds }) => refunds.map(({ id }) => id))
  )
  const hasRow = ({ medusa_refund_id }: RefundTransactionRecord) =>
    rows.has(medusa_refund_id)
  const gone = [...moved, ...failed].flatMap((transaction) =>
    payoutsGone(transaction, isMedusasOwn(refund), order)
  )
  const payouts = {
    missing: moved
      // What another refund paid is in that refund's books.
      .filter(({ method }) => method !== "refund")
      .filter((transaction) =>
        payoutsOf(transaction, isMedusasOwn(refund), order).every((entry) =>
          gone.includes(entry)
        )
      )
      .map((transaction) => ({
        ...payoutReference(transaction),
        amount: transaction.amount,
      })),
    gone: gone.map(({ id }) => id),
  }
  const lacking = creditLacking(refund, order, goods, hasCounted(refund, goods))
  const credit = payableOrNothing(lacking, order)
  const complete = !refund.transactions.some(({ status }) => isReserved(status))
  return {
    // What is not booked is written again: the sum that Medusa keeps beside a
    // row may be missing when the row is not.
    rows: {
      missing: moved.filter(
        (transaction) =>
          transaction.method === "gateway" &&
          !(transaction.booked_at && hasRow(transaction))
      ),
      gone: failed.filter(
        (transaction) => transaction.booked_at || hasRow(transaction)
      ),
    },
    credit,
    // Nobody is charged for a cancelled order any more.
    rounding:
      complete && !order.canceled
        ? roundingLacking(order, { lacking, credit, payouts })
        : "0",
    payouts,
    complete,
  }
}

/**
 * Less than anybody can pay: first what this refund lacks of its grant, then what
 * would be open after these writes. Two units of 1,063.33 yen left the order for
 * refunds of 1,063 and 1,064 that failed: each has its line, so that the order
 * owes 2,127 however the other one ends.
 */
function roundingLacking(
  order: MedusaOrder,
  {
    lacking,
    credit,
    payouts,
  }: Pick<BooksToWrite, "credit" | "payouts"> & { lacking: Decimal }
): Decimal {
  const own = unpayable(subtract(lacking, credit), order)
  const gone = order.transactions.filter(({ id }) => payouts.gone.includes(id))
  const open = sum(
    order.pending_difference,
    negate(sum(credit, own)),
    ...payouts.missing.map(({ amount }) => amount),
    ...gone.map(({ amount }) => amount)
  )
  const rounding = sum(own, unpayable(open, order))
  return isNoise(rounding) ? "0" : rounding
}
