import { freeUnits, freeUnitsThatLeft, unitsTaken } from "./item-units"
import { isAbout } from "./match-policy"
import type { OrderPeriods } from "./order-periods"
import { feeIn } from "./policy-amount"
import { blockedBy, type PolicyBlock } from "./policy-block"
import type { ItemContext, PolicyOrder } from "./policy-context"
import type { PolicyAnswer } from "./policy-function"
import type { PolicySettings, RefundPolicy } from "./policy-types"
import { endOfWindow, waitsForShipment } from "./policy-window"
import type { ItemRefundOption } from "./refund-options-types"
import { lastDayBefore } from "./shop-calendar"

/** What the shop's policy, as it has answered, lets a customer ask for of an item. */
export function refundOfItem(
  settings: PolicySettings,
  context: ItemContext,
  periods: OrderPeriods,
  answer: PolicyAnswer
): ItemRefundOption {
  const { order, item } = context
  const policy = answer.ok ? answer.policy : null
  const deadline = policy && endOfWindow(policy, item, periods)
  const units =
    policy && waitsForShipment(policy, item)
      ? freeUnitsThatLeft(item)
      : freeUnits(item)
  const blocked =
    blockOfOrder(order) ??
    unitsTaken(item) ??
    (policy
      ? (blockOfPolicy(policy, context) ??
        (units === 0 ? blockedBy("not_delivered") : null) ??
        blockOfTime(deadline, context.now, settings))
      : blockedBy(answer.ok ? "no_policy" : "policy_failed"))
  return {
    quantity: blocked ? 0 : units,
    deadline,
    blocked,
    resolutions: policy?.resolutions ?? [],
    policy: policy?.name ?? null,
    rule: policy,
    restocking_fee_percent: policy?.restockingFeePercent ?? "0",
    return_fee: feeIn(policy?.returnFee ?? "0", order.currency_code),
  }
}

function blockOfOrder(order: PolicyOrder): PolicyBlock | null {
  if (order.canceled) {
    return blockedBy("order_canceled")
  }
  if (order.disputed) {
    return blockedBy("disputed")
  }
  return order.flagged ? blockedBy("on_hold") : null
}

function blockOfPolicy(
  policy: RefundPolicy,
  { item }: ItemContext
): PolicyBlock | null {
  const excluded = policy.excluded.find((each) => isAbout(each, item))
  if (excluded) {
    return { code: "final_sale", details: { ground: excluded.ground } }
  }
  return policy.windowDays === 0 ? blockedBy("not_offered") : null
}

/** Whether a deadline has passed; the deadline itself is too late. */
export const blockOfTime = (
  deadline: Date | null,
  now: Date,
  { timeZone }: PolicySettings
): PolicyBlock | null =>
  deadline && now.getTime() >= deadline.getTime()
    ? {
        code: "window_over",
        details: { last_day: lastDayBefore(deadline, timeZone) },
      }
    : null
