import {
  greaterThan,
  greaterThanOrEqual,
  isZero,
  lessThan,
  maximum,
  minimum,
  negate,
  subtract,
  sum,
} from "../../money/decimal-math"
import { smallestAmount } from "../../money/money"
import { booksToWrite } from "../books-to-write"
import { amountOf, failedTransactions } from "../current-transactions"
import { OUR_REFERENCES } from "../entries"
import { hasCounted } from "../granted-credit"
import type { OrderRefundRecord } from "../refund-records"
import { goodsLessPaid } from "../unpaid-goods"
import { unpayableRest } from "../unpayable-rest"
import type { Found, OrderBooks } from "./types"
import { money } from "./words"

/**
 * What the order seems to owe is what it owes. Edits and returns may change it,
 * so this looks for what no edit explains.
 */
export function pendingDifference(books: OrderBooks): Found[] {
  const { refunds } = books
  if (!refunds.length || refunds.some(({ booked_at }) => !booked_at)) {
    return []
  }
  const found = [...creditGone(books), ...failedNotOwed(books)]
  return found.length ? found : restLeftOpen(books)
}

/**
 * The credit line of a refund that Medusa made is gone, so that the customer
 * seems to owe what was given back to them. What they owe of goods is no fault,
 * whatever was refunded before: two at 25.00, one cancelled and refunded, and one
 * bought again by an edit are 25.00 due.
 */
function creditGone({ order, refunds }: OrderBooks): Found[] {
  const { pending_difference: pending, currency_code } = order
  const unit = smallestAmount(currency_code)
  const there = order.credit_lines
    .filter(({ reference }) => !OUR_REFERENCES.includes(reference))
    .map(({ amount }) => amount)
    .filter((amount) => greaterThan(amount, "0"))
  const lack = subtract(
    sum(...refunds.map(({ native_credit }) => native_credit)),
    sum(...there)
  )
  const gone = minimum(lack, pending)
  return lessThan(gone, unit)
    ? []
    : [
        {
          code: "customer_owes_refund",
          severity: "error",
          about: order.id,
          message: `The customer seems to owe ${money(gone, currency_code)} that Medusa refunded: the credit line that Medusa wrote for it is gone.`,
          advice:
            "Add a credit line of this amount to the order, before somebody charges it.",
          mend: [],
        },
      ]
}

function failedNotOwed(books: OrderBooks): Found[] {
  const { order, refunds } = books
  const { pending_difference: pending, currency_code } = order
  const unit = smallestAmount(currency_code)
  const failed = refunds.flatMap(failedTransactions)
  const owed = maximum("0", negate(pending))
  const lack = subtract(amountOf(failed), owed)
  if (lessThan(lack, unit) || greaterThanOrEqual(dueOfGoods(books), unit)) {
    return []
  }
  return [
    {
      code: "failed_refund_not_owed",
      severity: "warning",
      about: order.id,
      message: `${money(amountOf(failed), currency_code)} of refunds failed and wait to be paid, but the order owes ${money(owed, currency_code)}.`,
      advice:
        "If the customer got the money another way, settle the failed refund; else withdraw it.",
      mend: failed
        .filter(({ payment_id }) => books.stripe.has(payment_id))
        .map(({ payment_id }) => ({ kind: "sync", payment_id })),
    },
  ]
}

/**
 * What the customer has to pay for goods, above what they paid for them: an edit
 * or an exchange may have added some. It hides what failed refunds owe.
 */
function dueOfGoods({ order, refunds, goods }: OrderBooks) {
  // Paid for once, and given back: goods that left the order by a refund of
  // ours; what came back for nothing, since it was refunded before; what an edit
  // let the order owe, and one of ours paid.
  const back = refunds.flatMap((refund) => {
    const { value, settled } = goods.of(refund.id)
    return [value, settled, ...paidAsOwed(refund)]
  })
  return sum(goodsLessPaid(order), ...back)
}

/** Medusa's own button may have paid what a failed refund still claims. */
const paidAsOwed = ({ source, revoked_at, lines }: OrderRefundRecord) =>
  revoked_at || source === "medusa" || source === "stripe"
    ? []
    : lines
        .filter(({ kind }) => kind === "outstanding")
        .map(({ amount }) => amount)

/**
 * Nobody can pay less than the smallest unit: a credit line settles it. Nobody is
 * charged for a cancelled order any more.
 */
function restLeftOpen({ order, refunds, goods }: OrderBooks): Found[] {
  const last = refunds
    .filter((refund) => hasCounted(refund, goods.of(refund.id)))
    .at(-1)
  if (
    order.canceled ||
    !last ||
    isZero(unpayableRest(order)) ||
    isZero(booksToWrite(last, order, goods.of(last.id)).rounding)
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
