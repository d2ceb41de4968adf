import {
  stillToPay,
  currencyOf,
  type Decimal,
  formatPayable,
  greaterThan,
  greaterThanOrEqual,
  sum,
} from "../../../domain"
import type { OrderRefundState } from "../../common/read-order-state"
import { refundError } from "../../common/refund-error"

type Totals = Record<"before" | "after", { total: Decimal }>

/**
 * Makes sure that an edit that raises the total does not use up what the order
 * owes for a refund that failed or is on its way: the customer would pay for it,
 * and get it once more when the refund is retried or settled.
 *
 * @throws refund_in_progress
 */
export function assertNothingStillToPay(
  { order, records, goods }: OrderRefundState,
  { before, after }: Totals
): void {
  const currency = currencyOf(order.currency_code)
  const claimed = sum(
    ...records.order_refunds.map((refund) =>
      stillToPay(refund, order, goods.of(refund.id))
    )
  )
  if (
    greaterThan(after.total, before.total) &&
    greaterThanOrEqual(claimed, formatPayable(1n, currency))
  ) {
    throw refundError({
      code: "refund_in_progress",
      message: `${order.id} still owes ${claimed} ${order.currency_code.toUpperCase()} of refunds that failed or are on their way. Retry, settle or withdraw them first, or wait for the payment provider.`,
    })
  }
}
