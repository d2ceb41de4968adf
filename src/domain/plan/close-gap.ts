import type { Currency } from "../money/currency"
import type { Payable } from "../money/money"
import type { LineBalance } from "./line-balance"
import { type CountedLine, plannedLine, untaxedLine } from "./planned-line"

/** Lines below zero that bring a refund down to what the payments hold. */
export type ClosedGap = {
  lines: CountedLine[]
  /** What neither the order's lines nor its payments explain. */
  unexplained: Payable
}

/**
 * Closes the gap between what lines cost and what the payments hold. Lines below
 * zero come first, with their own tax: of 20.00 with a shipping discount of 2.00
 * too much, 18.00 were paid, and 3.00 of them are tax. What is left then was
 * covered by a gift card, store credit or earlier goodwill, and has no tax.
 */
export function closeGap(
  gap: Payable,
  requested: CountedLine[],
  balances: LineBalance[],
  currency: Currency
): ClosedGap {
  let unexplained = gap
  const discounts = balances
    .filter(
      ({ line, refundable_amount }) =>
        refundable_amount < 0n &&
        !requested.some(
          ({ item_id, shipping_method_id }) =>
            (item_id ?? shipping_method_id) === line.id
        )
    )
    .flatMap((balance) => {
      const whole = -balance.refundable_amount <= unexplained
      const amount = whole ? balance.refundable_amount : -unexplained
      unexplained += amount
      const quantity = whole ? balance.refundable_quantity : 0
      const draw = { quantity, amount, restock: "none" as const }
      return amount < 0n ? [plannedLine(balance, draw, currency)] : []
    })
  return {
    unexplained,
    lines:
      unexplained > 0n
        ? [
            ...discounts,
            untaxedLine(
              "adjustment",
              "Covered by other means",
              -unexplained,
              0n
            ),
          ]
        : discounts,
  }
}
