import { MathBN } from "@medusajs/framework/utils"
import {
  planRefund,
  type OrderSnapshot,
  type RefundPlan,
} from "../../../domain"
import { refundError } from "../../order-refund/lib/refund-error"
import type { RefundPaymentsInput } from "../types"

type Payments = RefundPaymentsInput["payments"]

/** What is asked of the planner: an amount that names no line is goodwill to it. */
export const paymentsRequest = (payments: Payments) => ({
  adjustment: {
    amount: MathBN.sum(0, ...payments.map(({ amount }) => amount)).toFixed(),
    description: "Refund",
  },
  payments,
})

/** @throws the planner's codes */
export function planPayments(
  snapshot: OrderSnapshot,
  payments: Payments
): RefundPlan {
  const planned = planRefund(snapshot, paymentsRequest(payments))
  if (!planned.ok) {
    throw refundError(planned.error)
  }
  return planned.plan
}
