import { type Refusal, refuse } from "../errors"
import { type Currency, currencyOf } from "../money/currency"
import {
  formatPayable,
  type Payable,
  payableAsTaken,
  readRequestedAmount,
} from "../money/money"
import { type FittedLines, fitToFunds, totalOf } from "./fit-to-funds"
import { type LineBalance, lineBalances } from "./line-balance"
import {
  drawAsChosen,
  drawInOrder,
  foreignPayments,
  fundsTotal,
  inOtherCurrency,
  isForeign,
  type PaymentDraw,
  paymentFunds,
  type PaymentFunds,
} from "./payment-split"
import { planHash } from "./plan-hash"
import { planItems } from "./plan-items"
import { planOutstanding } from "./plan-outstanding"
import { planShipping } from "./plan-shipping"
import type {
  OrderSnapshot,
  PlanRefund,
  RefundPlan,
  RefundRequest,
} from "./plan-types"
import { planWarnings } from "./plan-warnings"
import { type CountedLine, untaxedLine, writtenLine } from "./planned-line"

type Planned = { ok: true; lines: CountedLine[] } | Refusal

/**
 * Computes what a refund would do, or why it cannot be made. Pure: the preview
 * and the refund itself call this with the same result.
 *
 * @example
 * planRefund(snapshot, { items: [{ item_id: "item_1", quantity: 1 }] })
 * // { ok: true, plan: { amount: "12.34", lines: [...], payments: [...], hash } }
 */
export const planRefund: PlanRefund = (order, request) => {
  const currency = currencyOf(order.currency_code)
  const blocked = refusalOfOrder(order, currency)
  if (blocked) {
    return blocked
  }
  const funds = paymentFunds(order, currency)
  const balances = lineBalances(order, currency)
  const requested = requestedLines(order, request, {
    balances,
    funds,
    currency,
  })
  if (!requested.ok) {
    return requested
  }
  const fitted = fitToFunds(requested.lines, request, {
    order,
    balances,
    funds,
    currency,
  })
  if (!fitted.ok) {
    return fitted
  }
  const total = totalOf(fitted.lines)
  const chosen = request.payments?.length
    ? drawAsChosen(order, request.payments, funds, total, currency)
    : { ok: true as const, draws: drawInOrder(funds, total) }
  return chosen.ok
    ? { ok: true, plan: toPlan(order, fitted, chosen.draws, funds, currency) }
    : chosen
}

/** Why no refund of this order can be made at all. */
function refusalOfOrder(
  order: OrderSnapshot,
  currency: Currency
): Refusal | null {
  const id = order.order_id
  if (order.canceled) {
    return refuse(
      "order_canceled",
      `${id} is cancelled: nothing is left on it.`
    )
  }
  if (order.has_active_change) {
    return refuse(
      "order_has_active_change",
      `${id} has an open edit, return, claim or exchange. Confirm or cancel it first.`
    )
  }
  const captured = order.payments.some(
    (payment) =>
      !isForeign(order, payment) &&
      payableAsTaken(payment.captured, currency) > 0n
  )
  if (captured) {
    return null
  }
  const foreign = foreignPayments(order)
  return foreign.length
    ? inOtherCurrency(order, foreign)
    : refuse(
        "order_not_captured",
        `Nothing was captured for ${id}. Capture the payment, or cancel the order to release it.`
      )
}

function requestedLines(
  order: OrderSnapshot,
  request: RefundRequest,
  {
    balances,
    funds,
    currency,
  }: { balances: LineBalance[]; funds: PaymentFunds[]; currency: Currency }
): Planned {
  const none = { ok: true as const, lines: [] }
  const parts: (() => Planned)[] = [
    () => (request.items ? planItems(request.items, balances, currency) : none),
    () =>
      request.shipping
        ? planShipping(request.shipping, balances, currency)
        : none,
    () => planAdjustment(request, funds, currency),
    () => ({ ok: true, lines: planOutstanding(order, request, currency) }),
  ]
  const lines: CountedLine[] = []
  for (const part of parts) {
    const planned = part()
    if (!planned.ok) {
      return planned
    }
    lines.push(...planned.lines)
  }
  return { ok: true, lines }
}

/** Goodwill: no line, no tax, limited by the payments alone. */
function planAdjustment(
  { adjustment }: RefundRequest,
  funds: PaymentFunds[],
  currency: Currency
): Planned {
  if (!adjustment) {
    return { ok: true, lines: [] }
  }
  const read = readRequestedAmount(
    adjustment.amount,
    currency,
    "adjustment.amount"
  )
  if (!read.ok) {
    return read
  }
  const title = adjustment.description?.trim()
  if (!title) {
    return refuse("invalid_request", "Say what the extra amount is for.", {
      field: "adjustment.description",
    })
  }
  const left = fundsTotal(funds, true)
  return {
    ok: true,
    lines: [untaxedLine("adjustment", title, read.amount, left)],
  }
}

function toPlan(
  order: OrderSnapshot,
  { lines, warnings }: FittedLines,
  draws: PaymentDraw[],
  funds: PaymentFunds[],
  currency: Currency
): RefundPlan {
  const format = (amount: Payable) => formatPayable(amount, currency)
  const plan = {
    order_id: order.order_id,
    currency_code: order.currency_code,
    amount: format(totalOf(lines)),
    subtotal: format(totalOf(lines, "subtotal")),
    discount_total: format(totalOf(lines, "discount_total")),
    tax_total: format(totalOf(lines, "tax_total")),
    lines: lines.map((line) => writtenLine(line, currency)),
    payments: draws.map(({ payment, left, amount }) => ({
      payment_id: payment.id,
      provider_id: payment.provider_id,
      amount: format(amount),
      refundable_amount: format(left),
    })),
    refundable_amount: format(fundsTotal(funds, true)),
    warnings: [
      ...warnings,
      ...planWarnings(
        order,
        lines,
        draws.map(({ payment }) => payment.id),
        currency
      ),
    ],
  }
  return { ...plan, hash: planHash(plan) }
}
