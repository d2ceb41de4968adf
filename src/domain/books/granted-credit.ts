import { isZero, subtract, sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { currentTransactions } from "./current-transactions"
import {
  CREDIT_LINE_REFERENCE,
  creditOf,
  type OrderReference,
  ROUNDING_REFERENCE,
} from "./entries"
import type { RefundGoods } from "./goods-types"
import { grantAmount } from "./grant"
import type { MedusaOrder } from "./medusa-order"
import type { OrderRefundRecord } from "./refund-records"
import { payableOrNothing } from "./unpayable-rest"

const about = (refund: OrderRefundRecord): OrderReference => ({
  reference: CREDIT_LINE_REFERENCE,
  reference_id: refund.id,
})

const aboutRounding = (refund: OrderRefundRecord): OrderReference => ({
  reference: ROUNDING_REFERENCE,
  reference_id: refund.id,
})

/** Whether Medusa's books have a credit line for an order refund. */
export const hasGranted = (
  refund: OrderRefundRecord,
  order: MedusaOrder
): boolean =>
  !isZero(creditOf(order, about(refund))) || !isZero(refund.native_credit)

/**
 * Whether a refund has granted anything: a gateway took it, or goods moved for
 * it. What was declined at once has granted nothing.
 */
export const hasCounted = (
  refund: OrderRefundRecord,
  { moved }: Pick<RefundGoods, "moved">
): boolean =>
  !refund.revoked_at &&
  (moved || refund.transactions.some(({ accepted_at }) => accepted_at))

/**
 * The credit lines a refund lacks, or below zero what they have too much: what
 * it grants, less what the order's total fell by its goods, less what a later
 * return or edit let the order owe once more. Its rounding lines count: the unit
 * of a refund of 1,063 yen took 1,063.33 off the order and has a line of -0.33;
 * withdrawn, it takes back 1,063, not 1,063.33.
 */
export function creditLacking(
  refund: OrderRefundRecord,
  order: MedusaOrder,
  { value, settled }: RefundGoods,
  counts: boolean
): Decimal {
  const granted = counts ? subtract(grantAmount(refund), settled) : "0"
  return subtract(
    granted,
    sum(
      value,
      creditOf(order, about(refund)),
      creditOf(order, aboutRounding(refund)),
      refund.native_credit
    )
  )
}

/**
 * What an order refund will still take of what the order owes: its money whose
 * order transaction is not written yet, less the credit that is to come for it.
 * Below zero where the order does not owe yet what this refund will let it owe.
 */
export function stillToPay(
  refund: OrderRefundRecord,
  order: MedusaOrder,
  goods: RefundGoods
): Decimal {
  const unbooked = currentTransactions(refund)
    .filter(({ booked_at }) => !booked_at && !refund.revoked_at)
    .map(({ amount }) => amount)
  const lacking = creditLacking(refund, order, goods, !refund.revoked_at)
  return subtract(
    sum(...unbooked),
    // What is paid has its rounding line, or needs none.
    unbooked.length ? lacking : payableOrNothing(lacking, order)
  )
}
