import { currencyOf, type Currency } from "../money/currency"
import { maximum, minimum, subtract, sum } from "../money/decimal-math"
import { type Decimal, decimal, multiply } from "../money/exact-decimal"
import { formatAmount, formatPayable, roundToPayable } from "../money/money"
import type { OrderRefundOptions } from "./refund-options-types"
import type { PolicyRequestKind } from "./allowed-request"

/** A line of a request, with what it would refund without fees. */
export type FeeLine = { item_id: string; amount: Decimal }

/** What a shop keeps of a request, in the order's currency. */
export type RequestFees = {
  /** Restocking, line by line. */
  lines: { item_id: string; restocking_fee: Decimal }[]
  restocking_fee: Decimal
  /** Once per request. */
  return_fee: Decimal
  total: Decimal
}

/**
 * What the shop keeps of a request by its policies. A line's fee is rounded half up to
 * what the currency can pay. Where lines have policies with different return fees,
 * the highest one is kept, once. Fees never exceed what would be refunded, and there
 * are none of a withdrawal.
 *
 * @example
 * requestFees(options, [{ item_id: "mug", amount: "19.99" }], "refund")
 * // 10 %: { restocking_fee: "2.00", return_fee: "4.95", total: "6.95", lines: [...] }
 */
export function requestFees(
  { items, currency_code }: OrderRefundOptions,
  lines: readonly FeeLine[],
  kind: PolicyRequestKind
): RequestFees {
  const currency = currencyOf(currency_code)
  const shown = (amount: Decimal) => formatAmount(amount, currency_code)
  const charged = lines.map(({ item_id, amount }) => {
    const refund =
      kind === "refund"
        ? items.find((item) => item.item_id === item_id)?.refund
        : undefined
    return {
      item_id,
      amount,
      fee: partInPercent(
        amount,
        refund?.restocking_fee_percent ?? "0",
        currency
      ),
      return_fee: refund?.return_fee ?? "0",
    }
  })
  const restocking = sum(...charged.map(({ fee }) => fee))
  const refunded = sum(...charged.map(({ amount }) => amount))
  const returnFee = minimum(
    maximum("0", ...charged.map(({ return_fee }) => return_fee)),
    subtract(refunded, restocking)
  )
  return {
    lines: charged.map(({ item_id, fee }) => ({
      item_id,
      restocking_fee: shown(fee),
    })),
    restocking_fee: shown(restocking),
    return_fee: shown(returnFee),
    total: shown(sum(restocking, returnFee)),
  }
}

/** A percentage of an amount: two more digits after the point divide by a hundred. */
function partInPercent(
  amount: Decimal,
  percent: Decimal,
  currency: Currency
): Decimal {
  const { units, scale } = multiply(decimal(amount), decimal(percent))
  const part = roundToPayable({ units, scale: scale + 2 }, currency)
  return minimum(formatPayable(part, currency), amount)
}
