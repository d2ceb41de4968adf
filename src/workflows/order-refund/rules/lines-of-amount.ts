import { MathBN } from "@medusajs/framework/utils"
import {
  currencyOf,
  formatPayable,
  payableAsTaken,
  planRefund,
  type Decimal,
  type OrderSnapshot,
} from "../../../domain"
import type { NewRefundLine } from "../../../modules/refunds/types"
import { toRefundLine } from "../reservation"
import { splitLines } from "../lib/split-lines"

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
  const everything = planRefund(snapshot, {
    items: "all",
    shipping: "all",
    ...(MathBN.gt(owed, 0) ? { outstanding: true } : {}),
  })
  if (
    everything.ok &&
    MathBN.eq(everything.plan.amount, amount) &&
    everything.plan.payments.every(({ payment_id }) =>
      paymentIds.includes(payment_id)
    )
  ) {
    return everything.plan.lines.map(toRefundLine)
  }
  const granted = MathBN.max(0, MathBN.sub(amount, owed)).toFixed()
  return splitLines(granted, amount, snapshot.currency_code)
}
