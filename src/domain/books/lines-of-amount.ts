import { currencyOf } from "../money/currency"
import { equal, greaterThan, maximum, subtract } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { formatPayable, payableAsTaken } from "../money/money"
import { planRefund } from "../plan/plan-refund"
import type { OrderSnapshot } from "../plan/plan-types"
import { toRefundLine } from "./refund-line"
import type { NewRefundLine } from "./refund-records"
import { splitLines } from "./split-lines"

/**
 * The lines of a refund of which only the amount is known. Exactly everything
 * that was left can only be that; else it pays what the order owed, and a
 * person says what the rest was for.
 */
export function linesOfAmount(
  snapshot: OrderSnapshot,
  paymentIds: string[],
  amount: Decimal
): NewRefundLine[] {
  const currency = currencyOf(snapshot.currency_code)
  const owed = formatPayable(payableAsTaken(snapshot.owed, currency), currency)
  const all = {
    items: "all" as const,
    shipping: "all" as const,
    ...(greaterThan(owed, "0") ? { outstanding: true } : {}),
  }
  const everything = planRefund(snapshot, all)
  if (
    everything.ok &&
    equal(everything.plan.amount, amount) &&
    everything.plan.payments.every(({ payment_id }) =>
      paymentIds.includes(payment_id)
    )
  ) {
    return everything.plan.lines.map((line) => toRefundLine(line, all))
  }
  const granted = maximum("0", subtract(amount, owed))
  return splitLines(granted, amount, snapshot.currency_code)
}
