import { blockedBy, type PolicyBlock } from "./policy-block"
import type { PolicyItem, PolicyParcel } from "./policy-context"

const atLeastZero = (units: number): number => Math.max(0, Math.floor(units))

/** Units of an order whose money is with the shop, as the order is now. */
const refundableUnits = (item: PolicyItem): number =>
  atLeastZero(Math.min(item.refundable_quantity, item.ordered_quantity))

/** Units that nobody has asked for, given back or sent back. */
export const freeUnits = (item: PolicyItem): number =>
  atLeastZero(
    refundableUnits(item) - item.in_return_quantity - item.requested_quantity
  )

/** Whether a parcel is on its way, or has arrived. */
export const hasLeft = ({ shipped_at, delivered_at }: PolicyParcel): boolean =>
  shipped_at !== null || delivered_at !== null

/** Units in parcels that the caller picks. */
export const unitsIn = (
  item: PolicyItem,
  pick: (parcel: PolicyParcel) => boolean
): number =>
  item.parcels.reduce(
    (units, parcel) => units + (pick(parcel) ? parcel.quantity : 0),
    0
  )

/**
 * Of the free units, those that have left the shop. Nobody knows which units of an
 * item were refunded: they count as units that had left, so that no unit that is
 * still at the shop is taken for one that the customer has.
 */
export const freeUnitsThatLeft = (item: PolicyItem): number => {
  const gone = item.ordered_quantity - freeUnits(item)
  return atLeastZero(
    Math.min(freeUnits(item), unitsIn(item, hasLeft) - atLeastZero(gone))
  )
}

/** Why an item has no free unit; null where it has one. */
export function unitsTaken(item: PolicyItem): PolicyBlock | null {
  if (freeUnits(item) > 0) {
    return null
  }
  if (refundableUnits(item) === 0) {
    return blockedBy("already_refunded")
  }
  return blockedBy(
    item.requested_quantity > 0 ? "already_requested" : "in_return"
  )
}
