import { blockOfTime } from "./item-refund"
import { freeUnits, unitsIn, unitsTaken } from "./item-units"
import { isAbout } from "./match-policy"
import { blockedBy, type PolicyBlock } from "./policy-block"
import type { ItemContext, PolicyOrder, PolicyParcel } from "./policy-context"
import type { PolicySettings } from "./policy-types"
import { latest, parcelsOf } from "./policy-window"
import type { ItemWithdrawalOption } from "./refund-options-types"
import { daysLater, endOfPeriod } from "./shop-calendar"

/**
 * From what a consumer may withdraw, whatever the policy says: also before delivery,
 * and where a dispute or the shop's doubts would block a refund.
 */
export function withdrawalOfItem(
  settings: PolicySettings,
  context: ItemContext
): ItemWithdrawalOption {
  const deadline = endOfWithdrawal(settings, context)
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
  settings: PolicySettings,
  { order, item }: ItemContext
): Date | null {
  const start = item.requires_shipping
    ? allArrived(settings, order)
    : new Date(order.placed_at)
  return start && endOfPeriod(start, settings.withdrawal.days, settings, true)
}

function allArrived(settings: PolicySettings, order: PolicyOrder): Date | null {
  const arrived = (parcel: PolicyParcel) => arrivalOf(settings, parcel)
  const isComplete = order.items
    .filter(({ requires_shipping }) => requires_shipping)
    .every(
      (item) =>
        unitsIn(item, (parcel) => arrived(parcel) !== null) >=
        item.ordered_quantity
    )
  return isComplete ? latest(parcelsOf(order).map(arrived)) : null
}

function arrivalOf(
  { withdrawal, timeZone }: PolicySettings,
  { shipped_at, delivered_at }: PolicyParcel
): string | null {
  const days = withdrawal.assumeDeliveredAfterDays
  if (delivered_at !== null || shipped_at === null || days === null) {
    return delivered_at
  }
  return daysLater(new Date(shipped_at), days, timeZone).toISOString()
}
