import type { Currency } from "./currency"
import { refuse, type Refusal } from "./errors"
import { decimal } from "./exact-decimal"
import { formatPayable, roundToPayable, type Payable } from "./money"
import { fundsTotal, refusePayments, type PaymentFunds } from "./payment-split"
import { untaxedLine } from "./planned-line"
import type { PlannedLine, RefundPlan, RefundRequest } from "./plan-types"

/** Lines that the payments can pay. */
export type FittedLines = {
  lines: PlannedLine[]
  warnings: RefundPlan["warnings"]
}

/**
 * Makes the lines fit what the payments hold: refuses, or with "all" and
 * `limit_to_payments` closes the gap with a negative line (a gift card, store
 * credit or earlier goodwill has covered it).
 */
export function fitToFunds(
  lines: PlannedLine[],
  request: RefundRequest,
  funds: PaymentFunds[],
  currency: Currency
): ({ ok: true } & FittedLines) | Refusal {
  const total = totalOf(lines, currency)
  const available = fundsTotal(funds, true)
  const blocked = fundsTotal(funds, false)
  const movesGoods = lines.some(({ restock }) => restock !== "none")
  if (total <= 0n) {
    return movesGoods
      ? { ok: true, lines, warnings: [] }
      : refuse(
          "nothing_to_refund",
          "Nothing of this request is left to refund."
        )
  }
  if (total <= available) {
    return { ok: true, lines, warnings: [] }
  }
  const explicit = request.limit_to_payments === true
  const implied = request.items === "all" || request.shipping === "all"
  if (blocked > 0n && !(explicit && available > 0n)) {
    const held = funds.filter(
      ({ payment, left }) => !payment.refundable && left > 0n
    )
    if (implied || total <= available + blocked) {
      return refusePayments(held)
    }
  }
  if (!explicit && !implied) {
    return refuse(
      "amount_exceeds_payment",
      `The payments still hold ${formatPayable(available, currency)}, less than ${formatPayable(total, currency)}. Lower the amount, or refund everything that is left (limit_to_payments).`,
      { largest_amount: formatPayable(available, currency) }
    )
  }
  if (available === 0n) {
    return refuse(
      "nothing_to_refund",
      "The payments of this order hold nothing any more."
    )
  }
  const gap = available - total
  return {
    ok: true,
    lines: [
      ...lines,
      untaxedLine("adjustment", "Covered by other means", gap, 0n, currency),
    ],
    warnings: [
      {
        code: "limited_to_payments",
        message: `The payments hold ${formatPayable(-gap, currency)} less than the lines cost; that part was covered by other means.`,
      },
    ],
  }
}

/** The sum of one figure over lines. */
export const totalOf = (
  lines: PlannedLine[],
  currency: Currency,
  field: "amount" | "subtotal" | "discount_total" | "tax_total" = "amount"
): Payable =>
  lines.reduce(
    (sum, line) => sum + roundToPayable(decimal(line[field]), currency),
    0n
  )
