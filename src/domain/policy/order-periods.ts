import { unitsIn } from "./item-units"
import type { PolicyOrder, PolicyParcel } from "./policy-context"
import type { PolicySettings } from "./policy-types"
import { daysLater, endOfPeriod } from "./shop-calendar"

/** What the periods of an order are counted from: the same for all of its items. */
export type OrderPeriods = {
  ordered: Date
  /** When the last parcel left, of those that have; null where none has. */
  shipped: Date | null
  /** When it arrived; a parcel that nobody marked as delivered counts when it left. */
  delivered: Date | null
  /** When the last unit of the order arrived; null while that is not known. */
  complete: Date | null
  /** `endOfPeriod`, computed once for the items that share a period. */
  endOf: (start: Date, days: number, toWorkingDay: boolean) => Date
}

/** Reads the parcels of an order. Those of items that are not shipped do not count. */
export function orderPeriods(
  settings: PolicySettings,
  order: PolicyOrder
): OrderPeriods {
  const items = order.items.filter(({ requires_shipping }) => requires_shipping)
  const parcels = items.flatMap((item) => item.parcels)
  const arrival = (parcel: PolicyParcel) => arrivalOf(settings, parcel)
  const hasArrived = (parcel: PolicyParcel) => arrival(parcel) !== null
  const isComplete = items.every(
    (item) => unitsIn(item, hasArrived) >= item.ordered_quantity
  )
  const ends = new Map<string, Date>()
  return {
    ordered: new Date(order.placed_at),
    shipped: latest(parcels.map((p) => p.shipped_at ?? p.delivered_at)),
    delivered: latest(parcels.map((p) => p.delivered_at ?? p.shipped_at)),
    complete: isComplete ? latest(parcels.map(arrival)) : null,
    endOf: (start, days, toWorkingDay) => {
      const key = `${start.getTime()} ${days} ${toWorkingDay}`
      const end =
        ends.get(key) ?? endOfPeriod(start, days, settings, toWorkingDay)
      ends.set(key, end)
      return end
    },
  }
}

function latest(moments: readonly (string | null)[]): Date | null {
  const times = moments.flatMap((moment) =>
    moment === null ? [] : [new Date(moment).getTime()]
  )
  return times.length ? new Date(Math.max(...times)) : null
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
