import { sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import type { OrderRefundRecord } from "./refund-records"

/**
 * What an order refund newly gives to the customer. What the order owed already
 * (`outstanding`) is only paid out.
 */
export const grantAmount = ({
  lines,
}: Pick<OrderRefundRecord, "lines">): Decimal =>
  sum(
    ...lines
      .filter(({ kind }) => kind !== "outstanding")
      .map(({ amount }) => amount)
  )
