import type { RefundPlan } from "../../domain"
import { refundError } from "../common/refund-error"
import type { CreateOrderRefundInput } from "./types"

/**
 * Refuses a plan that is not the one whose hash the caller has.
 *
 * @throws plan_changed
 */
export function assertPlanSeen(
  { plan_hash }: Pick<CreateOrderRefundInput, "plan_hash">,
  plan: RefundPlan
): void {
  if (plan_hash && plan_hash !== plan.hash) {
    throw refundError({
      code: "plan_changed",
      message: `${plan.order_id} changed since the preview: this refund would now be ${plan.amount} ${plan.currency_code.toUpperCase()}. Look at the new preview and confirm it.`,
      details: { refund_plan: plan },
    })
  }
}
