import { hasLeft, unitsIn } from "./item-units"
import type { PolicyItem, PolicyOrder, PolicyParcel } from "./policy-context"
import type { PolicySettings, RefundPolicy } from "./policy-types"
import { endOfPeriod } from "./shop-calendar"

/** The latest of some moments; null where there is none. */
export const latest = (moments: readonly (string | null)[]): Date | null => {
  const times = moments.flatMap((moment) =>
    moment === null ? [] : [new Date(moment).getTime()]
  )
  return times.length ? new Date(Math.max(...times)) : null
}

/** The parcels of an order, with what they hold of items that are shipped. */
export const parcelsOf = ({ items }: PolicyOrder): readonly PolicyParcel[] =>
  items.flatMap(({ requires_shipping, parcels }) =>
    requires_shipping ? parcels : []
  )

const countsFromOrder = (policy: RefundPolicy, item: PolicyItem): boolean =>
  policy.windowFrom === "ordered" || !item.requires_shipping

/** Whether a policy waits for units of an item to leave the shop. */
export const waitsForShipment = (
  policy: RefundPolicy,
  item: PolicyItem
): boolean => !countsFromOrder(policy, item)

function startOfWindow(
  policy: RefundPolicy,
  order: PolicyOrder,
  item: PolicyItem
): Date | null {
  if (countsFromOrder(policy, item)) {
    return new Date(order.placed_at)
  }
  if (unitsIn(item, hasLeft) === 0) {
    return null
  }
  return latest(
    parcelsOf(order).map(({ shipped_at, delivered_at }) =>
      policy.windowFrom === "delivered"
        ? (delivered_at ?? shipped_at)
        : (shipped_at ?? delivered_at)
    )
  )
}

/**
 * The first moment at which it is too late to ask by a policy; null where there is no
 * end, or none yet. Of several parcels the last one that has left counts, so it moves
 * when another one follows.
 */
export function endOfWindow(
  policy: RefundPolicy,
  order: PolicyOrder,
  item: PolicyItem,
  settings: PolicySettings
): Date | null {
  const start = policy.windowDays ? startOfWindow(policy, order, item) : null
  return start && policy.windowDays
    ? endOfPeriod(start, policy.windowDays, settings, policy.extendToWorkingDay)
    : null
}
