import { MathBN } from "@medusajs/framework/utils"
import type { Decimal } from "../../../domain"
import type { OrderRefundRecord } from "../../../modules/refunds/types"

/**
 * What an order refund newly gives to the customer. What the order owed already
 * (`outstanding`) is only paid out.
 */
export const grantAmount = ({
  lines,
}: Pick<OrderRefundRecord, "lines">): Decimal =>
  MathBN.sum(
    0,
    ...lines
      .filter(({ kind }) => kind !== "outstanding")
      .map(({ amount }) => amount)
  ).toFixed()
