import { lessThan, maximum, minimum, negate, sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { withoutNoise } from "../money/noise"
import type { OrderGoods } from "./goods-types"
import { stillToPay } from "./granted-credit"
import type { MedusaOrder } from "./medusa-order"
import type { OrderRefundRecord } from "./refund-records"
import { unpaidGoods } from "./unpaid-goods"
import { payableOrNothing } from "./unpayable-rest"

/**
 * What the order owes and no order refund of ours claims; and what the customer
 * has to pay. A refund that failed hides what an edit added: that much is due of
 * the goods, if nobody paid for them. Where Medusa's own button has paid 20.00
 * that failed, nothing is open, and the claim of 20.00 alone is no debt of the
 * customer's.
 *
 * Less than anybody can pay is neither: of a charge of 29.97 for 29.965 the order
 * keeps 0.005, which is no cent to give back.
 */
export function openAmounts(
  order: MedusaOrder,
  all: OrderRefundRecord[],
  goods: OrderGoods
): { owed: Decimal; due: Decimal } {
  const { pending_difference: open } = order
  const pending = sum(
    open,
    ...all.map((refund) => stillToPay(refund, order, goods.of(refund.id)))
  )
  const payable = (amount: Decimal) =>
    payableOrNothing(withoutNoise(maximum("0", amount)), order)
  return {
    owed: payable(negate(pending)),
    due: payable(
      maximum(
        lessThan(open, pending) ? open : pending,
        minimum(pending, unpaidGoods(order))
      )
    ),
  }
}
