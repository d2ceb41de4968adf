import type { ReleasePlan } from "../../../domain"
import { refundError } from "../../common/refund-error"
import type { CreateOrderReleaseInput } from "../types"

/**
 * Refuses a plan that is not the one whose hash the caller has.
 *
 * @throws plan_changed
 */
export function assertPlanSeen(
  { order_id, plan_hash }: CreateOrderReleaseInput,
  plan: ReleasePlan
): void {
  if (plan_hash && plan_hash !== plan.hash) {
    throw refundError({
      code: "plan_changed",
      message: `${order_id} changed since the preview: this would now release ${plan.released} ${plan.currency_code.toUpperCase()}. Look at the new preview and confirm it.`,
      details: { release_plan: plan },
    })
  }
}
