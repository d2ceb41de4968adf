import type { RequestLine } from "./allowed-request"
import type { PolicyOrder } from "./policy-context"
import { endOfPeriod } from "./shop-calendar"

/** Days in which the money of a withdrawal must be given back. */
const DAYS_TO_REFUND = 14

/**
 * Whether a withdrawal also takes back what standard delivery cost: with it nothing of
 * what was shipped is kept. Units that were refunded before, and those of other
 * withdrawals that are open, are not kept.
 *
 * Source: Directive 2011/83/EU, Article 13(1); what express delivery cost above the
 * standard one stays with the shop (Article 13(2)).
 */
export function withdrawalIncludesShipping(
  { items }: Pick<PolicyOrder, "items">,
  lines: readonly RequestLine[]
): boolean {
  const shipped = items.filter(
    ({ requires_shipping, ordered_quantity }) =>
      requires_shipping && ordered_quantity > 0
  )
  const isWithdrawn = lines.some((line) =>
    shipped.some(({ item_id }) => item_id === line.item_id)
  )
  return (
    isWithdrawn &&
    shipped.every(
      ({ item_id, refundable_quantity, withdrawn_quantity }) =>
        refundable_quantity - withdrawn_quantity <= unitsOf(lines, item_id)
    )
  )
}

const unitsOf = (lines: readonly RequestLine[], itemId: string): number =>
  lines.reduce(
    (units, { item_id, quantity }) =>
      units + (item_id === itemId ? quantity : 0),
    0
  )

/**
 * When the money of a withdrawal is late: the first moment after 14 days, the day on
 * which the shop was told not counted (Directive 2011/83/EU, Article 13(1)). Not moved
 * to a working day, so that a shop that keeps to it is never late.
 */
export const withdrawalDueAt = (receivedAt: Date, timeZone = "UTC"): Date =>
  endOfPeriod(receivedAt, DAYS_TO_REFUND, { timeZone, holidays: [] }, false)
