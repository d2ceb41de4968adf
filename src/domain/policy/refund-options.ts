import { refundOfItem } from "./item-refund"
import { withdrawalOfItem } from "./item-withdrawal"
import { policyFor } from "./match-policy"
import { orderPeriods } from "./order-periods"
import type { PolicyContext } from "./policy-context"
import type { PolicyProblem } from "./policy-function"
import type { PolicySettings } from "./policy-types"
import type { OrderRefundOptions } from "./refund-options-types"

/**
 * What a customer may ask for, or withdraw from, of each item of an order at a
 * moment: how many units, until when, and if none, why not.
 *
 * @example
 * const options = refundOptions(settings, { order, now: new Date() })
 * // options.items[0].refund: { quantity: 2, deadline: 2026-06-16T00:00Z, blocked: null, ... }
 */
export function refundOptions(
  settings: PolicySettings,
  { order, now }: PolicyContext
): OrderRefundOptions {
  const problems: PolicyProblem[] = []
  const periods = orderPeriods(settings, order)
  const items = order.items.map((item) => {
    const context = { order, now, item }
    const answer = policyFor(settings, context)
    if (!answer.ok) {
      problems.push(answer.problem)
    }
    return {
      item_id: item.item_id,
      refund: refundOfItem(settings, context, periods, answer),
      withdrawal: withdrawalOfItem(settings, context, periods),
    }
  })
  return {
    order_id: order.id,
    currency_code: order.currency_code,
    version: settings.version,
    items,
    problems,
  }
}
