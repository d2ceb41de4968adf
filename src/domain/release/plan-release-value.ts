import { currencyOf } from "../money/currency"
import {
  add,
  type Decimal,
  decimal,
  decimalText,
  negate,
} from "../money/exact-decimal"
import { formatPayable } from "../money/money"
import { exactValue } from "./plan-release-kept"
import type { ReleasePlan, ReleaseSnapshot } from "./release-types"

/**
 * What must still come off an order's total after a release took its lines off,
 * so that the total is what was captured. Medusa's totals have more digits than
 * money: a line's share differs from its cost by less than a cent, and so does
 * what was authorised from what the order costs. A larger difference, paid by a
 * gift card for example, is none of the release's.
 *
 * @param pending what the order is to be paid for before the release, exact
 */
export function releaseRounding(
  order: ReleaseSnapshot,
  plan: Pick<ReleasePlan, "lines" | "released" | "authorized">,
  pending: Decimal
): Decimal {
  const currency = currencyOf(order.currency_code)
  const unit = decimal(formatPayable(1n, currency))
  const unpaid = add(decimal(pending), negate(decimal(plan.authorized)))
  const isRounding =
    add(unpaid, negate(unit)).units < 0n && add(unpaid, unit).units > 0n
  return decimalText(
    add(
      decimal(plan.released),
      ...plan.lines.map((line) => negate(decimal(exactValue(order, line)))),
      ...(isRounding ? [unpaid] : [])
    )
  )
}
