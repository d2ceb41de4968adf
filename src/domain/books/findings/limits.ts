import { hasMoved, isReserved } from "../../gateway/refund-transaction-status"
import {
  greaterThan,
  proportion,
  subtract,
  sum,
} from "../../money/decimal-math"
import { fromMinorUnits, smallestAmount } from "../../money/money"
import { toMinor } from "../../money/to-minor"
import { overRefundedLines } from "../book-findings"
import { movementsOf } from "./movements"
import type { Found, OrderBooks } from "./types"
import { money } from "./words"

/** No line and no payment gave back more than it took. */
export const limits = (books: OrderBooks): Found[] => [
  ...payments(books),
  ...lines(books),
]

function payments({ order, refunds, snapshot }: OrderBooks): Found[] {
  return order.payments.flatMap((payment): Found[] => {
    const { id, currency_code } = payment
    const movements = movementsOf(id, refunds)
    const ours = new Set(
      movements.map(({ medusa_refund_id }) => medusa_refund_id)
    )
    const amounts = [
      ...movements
        .filter(({ status }) => hasMoved(status) || isReserved(status))
        .map(({ minor_amount }) => minor_amount),
      ...payment.refunds
        .filter((row) => !ours.has(row.id))
        .map(({ amount }) => toMinor(amount, currency_code)),
    ]
    const gone = amounts.reduce((sum, amount) => sum + amount, 0n)
    const captured =
      snapshot.payments.find((balance) => balance.id === id)?.captured ?? "0"
    return gone <= toMinor(captured, currency_code)
      ? []
      : [
          {
            code: "payment_over_refunded",
            severity: "error",
            about: id,
            message: `${money(fromMinorUnits(gone, currency_code), currency_code)} of ${id} were given back or are held, but it took only ${money(captured, currency_code)}.`,
            advice: "Compare its refunds with the payment provider's.",
            mend: [],
          },
        ]
  })
}

/**
 * An edit may leave a line cheaper than what was given back for its units. What
 * came back, or was covered by the settlement, is not owed once more.
 */
const lines = ({ order, snapshot, goods }: OrderBooks): Found[] =>
  overRefundedLines(snapshot)
    .filter((line) => {
      const back = goods.matched.filter(
        ({ item_id, kind }) => item_id === line.line_id && kind === "returned"
      )
      const item = order.items.find(({ id }) => id === line.line_id)
      const units = back.reduce((sum, { quantity }) => sum + quantity, 0)
      const stays = proportion(
        line.paid,
        line.quantity - units,
        line.quantity || 1
      )
      const kept = subtract(
        line.refunded,
        sum(
          goods.coveredOf(line.line_id),
          item ? goods.keptBackOf(item) : "0",
          ...back.map(({ amount }) => amount)
        )
      )
      const unit = smallestAmount(snapshot.currency_code)
      return (
        line.refunded_quantity > line.quantity ||
        greaterThan(subtract(kept, stays), unit)
      )
    })
    .map(({ line_id, title, paid, refunded, quantity, refunded_quantity }) => ({
      code: "line_over_refunded",
      severity: "warning",
      about: line_id,
      message: `${money(refunded, snapshot.currency_code)} (${refunded_quantity} units) were given back for ${title} (${line_id}), which costs ${money(paid, snapshot.currency_code)} (${quantity} units) now.`,
      advice:
        "A later edit may have taken refunded units off the order: see that they are not refunded twice.",
      mend: [],
    }))
