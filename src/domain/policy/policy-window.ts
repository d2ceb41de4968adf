import { hasLeft, unitsIn } from "./item-units"
import type { OrderPeriods } from "./order-periods"
import type { PolicyItem } from "./policy-context"
import type { RefundPolicy } from "./policy-types"

/** Whether a policy waits for units of an item to leave the shop. */
export const waitsForShipment = (
  policy: RefundPolicy,
  item: PolicyItem
): boolean => policy.windowFrom !== "ordered" && item.requires_shipping

function startOfWindow(
  policy: RefundPolicy,
  item: PolicyItem,
  periods: OrderPeriods
): Date | null {
  if (!waitsForShipment(policy, item)) {
    return periods.ordered
  }
  return unitsIn(item, hasLeft) > 0 ? periods[policy.windowFrom] : null
}

/**
 * The first moment at which it is too late to ask by a policy; null where there is no
 * end, or none yet. Of several parcels the last one that has left counts, so it moves
 * when another one follows.
 */
export function endOfWindow(
  policy: RefundPolicy,
  item: PolicyItem,
  periods: OrderPeriods
): Date | null {
  const { windowDays, extendToWorkingDay } = policy
  const start = windowDays ? startOfWindow(policy, item, periods) : null
  return start && windowDays
    ? periods.endOf(start, windowDays, extendToWorkingDay)
    : null
}
