import { MathBN } from "@medusajs/framework/utils"
import { shownDecimal } from "../../../domain"
import { storedTotal, transactionTotals } from "../../../ledger/correct-books"
import type { Found, OrderBooks } from "../types"

/** Medusa takes anything smaller for zero: it is noise of its own arithmetic. */
const EPSILON = "0.0001"

/** The summary that Medusa stores says what the order's transactions say. */
export function orderSummary({ order, stored }: OrderBooks): Found[] {
  const { summary } = stored
  if (!summary) {
    return []
  }
  const totals = transactionTotals(order)
  const right = {
    ...totals,
    pending_difference: MathBN.sub(
      storedTotal(summary, "current_order_total"),
      totals.transaction_total
    ).toFixed(),
  }
  const wrong = Object.entries(right).filter(([name, amount]) =>
    MathBN.gt(
      MathBN.abs(MathBN.sub(storedTotal(summary, name), amount)),
      EPSILON
    )
  )
  const words = wrong.map(
    ([name, amount]) =>
      `${name} is ${shownDecimal(storedTotal(summary, name))}, not ${shownDecimal(amount)}`
  )
  return wrong.length
    ? [
        {
          code: "order_summary_differs",
          severity: "error",
          about: summary.id,
          message: `The order's stored summary ${summary.id} does not follow from its transactions: ${words.join("; ")}.`,
          advice: "A repair corrects it.",
          mend: [{ kind: "correct" }],
        },
      ]
    : []
}
