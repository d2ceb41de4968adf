import {
  planRefund,
  type OrderSnapshot,
  type RefundPlan,
  sum,
} from "../../../domain"
import { refundError } from "../../common/refund-error"
import type { RefundPaymentsInput } from "../types"

type Payments = RefundPaymentsInput["payments"]

/** What is asked of the planner: an amount that names no line is goodwill to it. */
export const paymentsRequest = (payments: Payments) => ({
  adjustment: {
    amount: sum(...payments.map(({ amount }) => amount)),
    description: "Refund",
  },
  payments,
})

/**
 * Plans the refund of these amounts.
 *
 * @param field what the caller's request names the amount, if it has one: the
 *   planner's own `adjustment.amount` would say nothing to them
 * @throws the planner's codes
 */
export function planPayments(
  snapshot: OrderSnapshot,
  payments: Payments,
  field?: string
): RefundPlan {
  const planned = planRefund(snapshot, paymentsRequest(payments))
  if (planned.ok) {
    return planned.plan
  }
  const { details = {}, ...error } = planned.error
  const { field: named, ...rest } = details
  throw refundError({
    ...error,
    details: named && field ? { ...rest, field } : rest,
  })
}
