import { greaterThan, isZero } from "../../money/decimal-math"
import { booksToWrite } from "../books-to-write"
import { EDIT_ROUNDING_REFERENCE, OUR_REFERENCES } from "../entries"
import { grantAmount } from "../grant"
import type { Found, OrderBooks } from "./types"
import { money, named } from "./words"

/** What we granted is what our credit lines give, and nothing else is ours. */
export function creditLines(books: OrderBooks): Found[] {
  const { order, refunds, goods } = books
  const tell = (amount: string) => money(amount, order.currency_code)
  const wrong = refunds
    .filter(({ booked_at }) => booked_at)
    .flatMap((refund): Found[] => {
      const { credit } = booksToWrite(refund, order, goods.of(refund.id))
      return isZero(credit)
        ? []
        : [
            {
              code: "credit_lines_differ",
              severity: "error",
              about: refund.id,
              message: `The credit lines of ${named(refund)} give ${tell(credit)} ${greaterThan(credit, "0") ? "too little" : "too much (below zero)"}; its lines grant ${tell(grantAmount(refund))}.`,
              advice: order.active_change
                ? `Close the order's open change ${order.active_change.id} first.`
                : "A repair writes the difference.",
              order_refund_id: refund.id,
              mend: order.active_change
                ? []
                : [{ kind: "finish", order_refund_id: refund.id }],
            },
          ]
    })
  return [...wrong, ...unknown(books)]
}

function unknown({ order, refunds }: OrderBooks): Found[] {
  const ours = new Set<string | null>(refunds.map(({ id }) => id))
  return order.credit_lines
    .filter(
      ({ reference, reference_id }) =>
        OUR_REFERENCES.includes(reference) &&
        reference !== EDIT_ROUNDING_REFERENCE &&
        !ours.has(reference_id)
    )
    .map(({ reference_id, amount }) => ({
      code: "credit_line_unknown",
      severity: "warning",
      about: String(reference_id),
      message: `A credit line of ${money(amount, order.currency_code)} names the order refund ${reference_id}, which does not exist.`,
      advice: "Find out who wrote it.",
      mend: [],
    }))
}
