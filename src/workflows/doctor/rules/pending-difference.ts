import { MathBN } from "@medusajs/framework/utils"
import { smallestAmount } from "../../../domain"
import { transactionTotals } from "../../../ledger/correct-books"
import { booksToWrite, hasCounted } from "../../order-refund/lib/books-to-write"
import {
  amountOf,
  failedTransactions,
} from "../../order-refund/lib/current-transactions"
import type { Found, OrderBooks } from "../types"
import { money } from "./words"

/**
 * What the order seems to owe is what it owes. Edits and returns may change it,
 * so this looks for what no edit explains.
 */
export function pendingDifference(books: OrderBooks): Found[] {
  const { order, refunds, goods } = books
  if (!refunds.length || refunds.some(({ booked_at }) => !booked_at)) {
    return []
  }
  const { pending_difference: pending, currency_code } = order
  const unit = smallestAmount(currency_code)
  const { paid_total, transaction_total } = transactionTotals(order)
  // What the customer keeps costs, without credit lines and what comes back.
  const value = MathBN.sum(
    pending,
    transaction_total,
    ...order.credit_lines.map(({ amount }) => amount),
    // Came back for nothing, since refunded before: nobody paid for what an
    // exchange gave in its place.
    ...refunds.map(({ id }) => goods.of(id).settled)
  )
  if (MathBN.gte(MathBN.sub(value, paid_total), unit)) {
    return []
  }
  const failed = refunds.flatMap(failedTransactions)
  const owed = MathBN.max(0, MathBN.mult(pending, -1))
  if (MathBN.gte(MathBN.sub(pending, paidAsOwed(refunds)), unit)) {
    return [
      {
        code: "customer_owes_refund",
        severity: "error",
        about: order.id,
        message: `The customer seems to owe ${money(pending, currency_code)}, but has paid for everything that they keep: more was given back than credited.`,
        advice:
          "Add a credit line of this amount to the order, before somebody charges it.",
        mend: [],
      },
    ]
  }
  if (MathBN.gte(MathBN.sub(amountOf(failed), owed), unit)) {
    return [
      {
        code: "failed_refund_not_owed",
        severity: "warning",
        about: order.id,
        message: `${money(amountOf(failed), currency_code)} of refunds failed and wait to be paid, but the order owes ${money(owed.toFixed(), currency_code)}.`,
        advice:
          "If the customer got the money another way, settle the failed refund; else withdraw it.",
        mend: failed
          .filter(({ payment_id }) => books.stripe.has(payment_id))
          .map(({ payment_id }) => ({ kind: "sync", payment_id })),
      },
    ]
  }
  return unpayableRest(books)
}

/**
 * What was paid because the order owed it. Where a return or an edit was undone
 * after that, the customer does owe it.
 */
const paidAsOwed = (refunds: OrderBooks["refunds"]) =>
  MathBN.sum(
    0,
    ...refunds
      .filter(({ released_at }) => !released_at)
      .flatMap(({ lines }) => lines)
      .filter(
        ({ kind, amount }) => kind === "outstanding" && MathBN.gt(amount, 0)
      )
      .map(({ amount }) => amount)
  )

/**
 * Nobody can pay less than the smallest unit: a credit line settles it. Nobody is
 * charged for a cancelled order any more.
 */
function unpayableRest({ order, refunds, goods }: OrderBooks): Found[] {
  const last = refunds
    .filter((refund) => hasCounted(refund, goods.of(refund.id)))
    .at(-1)
  if (
    order.canceled ||
    !last ||
    MathBN.eq(booksToWrite(last, order, goods.of(last.id)).rounding, 0)
  ) {
    return []
  }
  return [
    {
      code: "unpayable_rest",
      severity: "warning",
      about: order.id,
      message: `The order has ${money(order.pending_difference, order.currency_code)} open, which is less than anybody can pay.`,
      advice: order.active_change
        ? `Close its open change ${order.active_change.id} first.`
        : "A repair settles it by a credit line.",
      mend: order.active_change
        ? []
        : [{ kind: "finish", order_refund_id: last.id }],
    },
  ]
}
