import { blockOfTime } from "./item-refund"
import { freeUnits, unitsTaken } from "./item-units"
import { isAbout } from "./match-policy"
import type { OrderPeriods } from "./order-periods"
import { blockedBy, type PolicyBlock } from "./policy-block"
import type { ItemContext, PolicyItem } from "./policy-context"
import type { PolicySettings } from "./policy-types"
import type { ItemWithdrawalOption } from "./refund-options-types"

/**
 * From what a consumer may withdraw, whatever the policy says: also before delivery,
 * and where a dispute or the shop's doubts would block a refund.
 */
export function withdrawalOfItem(
  settings: PolicySettings,
  context: ItemContext,
  periods: OrderPeriods
): ItemWithdrawalOption {
  const deadline = endOfWithdrawal(settings, context.item, periods)
  const blocked =
    blockOfLaw(settings, context) ??
    blockOfTime(deadline, context.now, settings)
  return {
    quantity: blocked ? 0 : freeUnits(context.item),
    deadline,
    blocked,
  }
}

function blockOfLaw(
  { withdrawal }: PolicySettings,
  { order, item }: ItemContext
): PolicyBlock | null {
  if (order.canceled) {
    return blockedBy("order_canceled")
  }
  if (!withdrawal.enabled) {
    return blockedBy("withdrawal_disabled")
  }
  // A shop that does not know where its customer lives cannot deny them the right.
  const country = order.country_code?.toLowerCase()
  if (country && !withdrawal.countries.includes(country)) {
    return blockedBy("not_consumer_country")
  }
  const excluded = withdrawal.excluded.find((each) => isAbout(each, item))
  return (
    unitsTaken(item) ??
    (excluded
      ? { code: "statutory_exception", details: { ground: excluded.ground } }
      : null)
  )
}

/**
 * The first moment after the period of withdrawal. It begins when the last unit of
 * the order has arrived (Directive 2011/83/EU, Article 9(2)(b)(i)), for what is not
 * shipped with the order; null while it has not begun. A last day that is no working
 * day is always moved (Regulation 1182/71, Article 3(4)).
 */
function endOfWithdrawal(
  { withdrawal }: PolicySettings,
  item: PolicyItem,
  periods: OrderPeriods
): Date | null {
  const start = item.requires_shipping ? periods.complete : periods.ordered
  return start && periods.endOf(start, withdrawal.days, true)
}
