import { greaterThan, minimum, subtract } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import { formatAmount } from "../money/money"
import type { RequestFees } from "./request-fees"

type Units<Item> = Item & { item_id: string }

/** What a line would refund without fees. */
type PlannedAmount = { item_id?: string; amount: Decimal }

/**
 * Items of a refund with the amounts that are left once the fees are kept: of each
 * line its own, and the return fee of the first ones that can bear it. An item of
 * which nothing is left goes.
 *
 * @example
 * // A mug of 19.99; 2.00 are kept for restocking, 4.95 for the return.
 * refundLessFees([{ item_id: "mug", quantity: 1 }], lines, fees, "eur")
 * // [{ item_id: "mug", quantity: 1, amount: "13.04" }]
 */
export function refundLessFees<Item>(
  items: readonly Units<Item>[],
  lines: readonly PlannedAmount[],
  fees: Pick<RequestFees, "lines" | "return_fee">,
  currencyCode: string
): (Units<Item> & { amount?: Decimal })[] {
  let toKeep = fees.return_fee
  return items.flatMap((item) => {
    const planned = lines.find(({ item_id }) => item_id === item.item_id)
    if (!planned) {
      return [item]
    }
    const own =
      fees.lines.find(({ item_id }) => item_id === item.item_id)
        ?.restocking_fee ?? "0"
    const afterOwn = subtract(planned.amount, own)
    const ofReturn = minimum(afterOwn, toKeep)
    toKeep = subtract(toKeep, ofReturn)
    const left = subtract(afterOwn, ofReturn)
    if (!greaterThan(left, "0")) {
      return []
    }
    return greaterThan(planned.amount, left)
      ? [{ ...item, amount: formatAmount(left, currencyCode) }]
      : [item]
  })
}
