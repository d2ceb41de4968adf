import { currencyOf } from "../money/currency"
import type { Decimal } from "../money/exact-decimal"
import { formatPayable } from "../money/money"
import { type LineBalance, lineBalances } from "./line-balance"
import { unitsWithCustomer } from "./line-value"
import { fundsTotal, paymentFunds } from "./payment-split"
import type { OrderSnapshot } from "./plan-types"

/** What came back of a line, and what is left of it. */
export type RefundableLine = {
  kind: "item" | "shipping"
  line_id: string
  title: string
  refundable_quantity: number
  refundable_amount: Decimal
  refunded_quantity: number
  refunded_amount: Decimal
  /** Refundable units that were not shipped yet. */
  cancelable_quantity: number
  /** Refundable units that were shipped and are with the customer. */
  returnable_quantity: number
}

/** The balance of every line, items first, for people who want to refund. */
export function refundableLines(order: OrderSnapshot): RefundableLine[] {
  const currency = currencyOf(order.currency_code)
  return lineBalances(order, currency).map((balance: LineBalance) => ({
    kind: balance.kind,
    line_id: balance.line.id,
    title: balance.title,
    refundable_quantity: balance.refundable_quantity,
    refundable_amount: formatPayable(balance.refundable_amount, currency),
    refunded_quantity: balance.refunded_quantity,
    refunded_amount: formatPayable(balance.refunded_amount, currency),
    ...movableUnits(balance),
  }))
}

function movableUnits({ line, refundable_quantity }: LineBalance) {
  const movable = (units: number) =>
    Math.max(0, Math.min(units, refundable_quantity))
  return "quantity" in line
    ? {
        cancelable_quantity: movable(line.quantity - line.fulfilled_quantity),
        returnable_quantity: movable(unitsWithCustomer(line)),
      }
    : { cancelable_quantity: 0, returnable_quantity: 0 }
}

/** What each payment still holds, and all together that can be refunded now. */
export function refundablePayments(order: OrderSnapshot): {
  refundable_amount: Decimal
  payments: { payment_id: string; refundable_amount: Decimal }[]
} {
  const currency = currencyOf(order.currency_code)
  const funds = paymentFunds(order, currency)
  return {
    refundable_amount: formatPayable(fundsTotal(funds, true), currency),
    payments: funds.map(({ payment, left }) => ({
      payment_id: payment.id,
      refundable_amount: formatPayable(left, currency),
    })),
  }
}
