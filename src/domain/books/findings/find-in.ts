import { captures } from "./captures"
import { creditLines } from "./credit-lines"
import { limits } from "./limits"
import { orderSummary } from "./order-summary"
import { orderTransactions } from "./order-transactions"
import { pendingDifference } from "./pending-difference"
import { records } from "./records"
import { refundRows } from "./refund-rows"
import { stripeRefunds } from "./stripe-refunds"
import type { Found, OrderBooks, Rule } from "./types"
import { unfinished } from "./unfinished"

/** From the outside in: what Stripe says explains what comes after it. */
const RULES: Rule[] = [
  captures,
  stripeRefunds,
  unfinished,
  records,
  refundRows,
  orderTransactions,
  creditLines,
  orderSummary,
  pendingDifference,
  limits,
]

/** Everything that does not agree in the books of one order. */
export function findIn(books: OrderBooks): Found[] {
  const found = RULES.flatMap((rule) => rule(books))
  // Books are written from our records: where a record itself is in doubt, a
  // repair could only make the books as wrong as it is.
  const doubted = new Set(
    found
      .filter(({ mend }) => !mend.length)
      .filter(({ severity }) => severity === "error")
      .map(({ order_refund_id }) => order_refund_id)
      .filter(Boolean)
  )
  return found.map((each) =>
    doubted.has(each.order_refund_id) && each.mend.length
      ? {
          ...each,
          mend: [],
          advice: "First clear up what else is wrong with it.",
        }
      : each
  )
}

/**
 * What of it concerns one payment: its own refunds, and order refunds that drew
 * from it. Refunds of which nothing tells whose they are belong to no payment.
 */
export const findOfPayment = (books: OrderBooks, paymentId: string): Found[] =>
  findIn(books).filter(
    ({ payment_id, order_refund_id }) =>
      payment_id === paymentId ||
      (payment_id === undefined &&
        books.refunds.some(
          ({ id, transactions }) =>
            id === order_refund_id &&
            transactions.some((each) => each.payment_id === paymentId)
        ))
  )
