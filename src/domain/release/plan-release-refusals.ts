import { type Refusal, refuse } from "../errors"
import { currencyOf } from "../money/currency"
import { formatPayable, type Payable } from "../money/money"
import {
  inOtherCurrency,
  isForeign,
  providerMissing,
} from "../plan/payment-split"
import type { ReleasePlan, ReleaseSnapshot } from "./release-types"

/** What a release lets go, of what is held. */
export type ReleaseAmounts = { released: Payable; authorized: Payable }

/** Why nothing of this order can be released at all. */
export function refusalOfOrder(order: ReleaseSnapshot): Refusal | null {
  const id = order.order_id
  if (order.canceled) {
    return refuse(
      "order_canceled",
      `${id} is cancelled: nothing is held for it.`
    )
  }
  if (order.captured) {
    return refuse(
      "order_already_captured",
      `Money of ${id} was captured already. Refund it instead.`
    )
  }
  if (order.has_active_change) {
    return refuse(
      "order_has_active_change",
      `${id} has an open edit, return, claim or exchange. Confirm or cancel it first.`
    )
  }
  if (!order.payments.length) {
    return refuse("nothing_to_refund", `No payment of ${id} is authorised.`)
  }
  const foreign = order.payments.filter((payment) => isForeign(order, payment))
  if (foreign.length) {
    return inOtherCurrency(order, foreign)
  }
  const missing = order.payments.filter(
    ({ provider_missing }) => provider_missing
  )
  return missing.length ? providerMissing(missing) : null
}

/** Why this much of the order cannot be released. */
export function refusalOfAmount(
  order: ReleaseSnapshot,
  kind: ReleasePlan["kind"],
  { released, authorized }: ReleaseAmounts
): Refusal | null {
  if (kind === "void") {
    return order.cancelable
      ? null
      : refuse(
          "order_not_cancelable",
          `Releasing everything cancels ${order.order_id}, which is completed or has a fulfillment. Cancel its fulfillments first.`
        )
  }
  if (released <= 0n) {
    return refuse(
      "nothing_to_refund",
      `Nothing of the request was to be paid for ${order.order_id}.`
    )
  }
  const currency = currencyOf(order.currency_code)
  return released > authorized
    ? refuse(
        "amount_exceeds_payment",
        `The payments of ${order.order_id} hold ${formatPayable(authorized, currency)}, less than ${formatPayable(released, currency)}.`,
        { largest_amount: formatPayable(authorized, currency) }
      )
    : null
}
