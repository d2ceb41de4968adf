import { isZero, subtract } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { booksToWrite } from "./books-to-write"
import { CREDIT_LINE_REFERENCE, ROUNDING_REFERENCE } from "./entries"
import type { OrderGoods } from "./goods-types"
import type { MedusaOrder } from "./medusa-order"
import type { OrderRefundRecord } from "./refund-records"

/** The refunds whose credit lines do not say what the goods did, in their order. */
export const refundsToSettle = (
  order: MedusaOrder,
  refunds: OrderRefundRecord[],
  goods: OrderGoods
): OrderRefundRecord[] =>
  refunds.filter((refund) => {
    const { credit, rounding } = booksToWrite(
      refund,
      order,
      goods.of(refund.id)
    )
    return !isZero(credit) || !isZero(rounding)
  })

/**
 * An order's books as `settleOrderBooks` will leave them, unwritten: each refund
 * in its turn, and what nobody can pay once. Two units of 46.464 of which one was
 * refunded with 46.47 owe 0.006 when it is taken off: no cent is due.
 */
export const settledBooks = (
  order: MedusaOrder,
  refunds: OrderRefundRecord[],
  goods: OrderGoods
): MedusaOrder =>
  refundsToSettle(order, refunds, goods).reduce((books, refund) => {
    const { credit, rounding } = booksToWrite(
      refund,
      books,
      goods.of(refund.id)
    )
    return withCreditLine(
      withCreditLine(books, CREDIT_LINE_REFERENCE, refund.id, credit),
      ROUNDING_REFERENCE,
      refund.id,
      rounding
    )
  }, order)

const withCreditLine = (
  order: MedusaOrder,
  reference: string,
  reference_id: string,
  amount: Decimal
): MedusaOrder =>
  isZero(amount)
    ? order
    : {
        ...order,
        pending_difference: subtract(order.pending_difference, amount),
        credit_lines: [
          ...order.credit_lines,
          {
            id: `${reference}:${reference_id}`,
            reference,
            reference_id,
            amount,
          },
        ],
      }
