import { MathBN } from "@medusajs/framework/utils"
import { fromMinorUnits, hasMoved, isReserved } from "../../../domain"
import { overRefundedLines } from "../../../domain/book-findings"
import { toMinor } from "../../order-refund/lib/to-minor"
import type { Found, OrderBooks } from "../types"
import { movementsOf } from "./movements"
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

/** An amount inside a line may be more than the units that an edit left cost. */
const lines = ({ snapshot, goods }: OrderBooks): Found[] =>
  overRefundedLines(snapshot)
    .filter(
      ({ line_id, paid, refunded, quantity, refunded_quantity }) =>
        refunded_quantity > quantity ||
        MathBN.gt(MathBN.sub(refunded, paid), goods.coveredOf(line_id))
    )
    .map(({ line_id, title, paid, refunded, quantity, refunded_quantity }) => ({
      code: "line_over_refunded",
      severity: "warning",
      about: line_id,
      message: `${money(refunded, snapshot.currency_code)} (${refunded_quantity} units) were given back for ${title} (${line_id}), which costs ${money(paid, snapshot.currency_code)} (${quantity} units) now.`,
      advice:
        "A later edit may have taken refunded units off the order: see that they are not refunded twice.",
      mend: [],
    }))
