import { closeGap } from "./close-gap"
import { type Refusal, refuse } from "../errors"
import type { Currency } from "../money/currency"
import { formatPayable, type Payable } from "../money/money"
import type { LineBalance } from "./line-balance"
import {
  foreignPayments,
  fundsTotal,
  inOtherCurrency,
  type PaymentFunds,
  refusePayments,
} from "./payment-split"
import type { OrderSnapshot, RefundPlan, RefundRequest } from "./plan-types"
import type { CountedLine } from "./planned-line"

/** What decides whether lines can be paid. */
type Fitting = {
  order: OrderSnapshot
  balances: LineBalance[]
  funds: PaymentFunds[]
  currency: Currency
}

/** Lines that the payments can pay. */
export type FittedLines = {
  lines: CountedLine[]
  warnings: RefundPlan["warnings"]
}

/**
 * Makes the lines fit what the payments hold: refuses, or with "all" and
 * `limit_to_payments` closes the gap with a negative line (a gift card, store
 * credit or earlier goodwill has covered it).
 */
export function fitToFunds(
  lines: CountedLine[],
  request: RefundRequest,
  { order, balances, funds, currency }: Fitting
): ({ ok: true } & FittedLines) | Refusal {
  const total = totalOf(lines)
  const available = fundsTotal(funds, true)
  const blocked = fundsTotal(funds, false)
  const movesGoods = lines.some(({ restock }) => restock !== "none")
  if (total <= 0n) {
    return movesGoods && total === 0n
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
  const foreign = foreignPayments(order)
  if (foreign.length && !(explicit && available > 0n)) {
    const largest_amount = formatPayable(available, currency)
    return inOtherCurrency(order, foreign, { largest_amount })
  }
  if (!explicit && !implied) {
    // Whoever chooses the payments, as Medusa's own button does, names amounts.
    const orAll = request.payments
      ? ""
      : ", or refund everything that is left (limit_to_payments)"
    return refuse(
      "amount_exceeds_payment",
      `The payments still hold ${formatPayable(available, currency)}, less than ${formatPayable(total, currency)}. Lower the amount${orAll}.`,
      { largest_amount: formatPayable(available, currency) }
    )
  }
  if (available === 0n) {
    return refuse(
      "nothing_to_refund",
      "The payments of this order hold nothing any more."
    )
  }
  const gap = closeGap(total - available, lines, balances, currency)
  return {
    ok: true,
    lines: [...lines, ...gap.lines],
    warnings:
      gap.unexplained > 0n
        ? [
            {
              code: "limited_to_payments",
              message: `The payments hold ${formatPayable(gap.unexplained, currency)} less than the lines cost; that part was covered by other means.`,
            },
          ]
        : [],
  }
}

/** The sum of one figure over lines. */
export const totalOf = (
  lines: CountedLine[],
  field: "amount" | "subtotal" | "discount_total" | "tax_total" = "amount"
): Payable => lines.reduce((sum, line) => sum + line[field], 0n)
