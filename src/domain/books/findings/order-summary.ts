import { shownDecimal } from "../../money/noise"
import { wrongTotals } from "../totals"
import type { Found, OrderBooks } from "./types"

/** The summary that Medusa stores says what the order's transactions say. */
export function orderSummary({ order, stored }: OrderBooks): Found[] {
  const { summary } = stored
  const wrong = summary ? wrongTotals(order, summary.totals) : []
  const words = wrong.map(
    ({ name, stored, right }) =>
      `${name} is ${shownDecimal(stored)}, not ${shownDecimal(right)}`
  )
  return summary && wrong.length
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
