import {
  type Currency,
  currencyOf,
  decimal,
  isTooLarge,
  unitsAt,
} from "../../../domain"
import { refundError } from "../../common/refund-error"
import type { EditOrderRequest } from "../types"

/** More of one line than any order has; also keeps totals within exact numbers. */
export const MAX_QUANTITY = 1_000_000

/**
 * Refuses new lines that no order can have.
 *
 * @throws duplicate_item, invalid_quantity, invalid_amount,
 *   amount_not_representable
 */
export function checkAdditions(
  additions: EditOrderRequest["additions"],
  currencyCode: string
): void {
  const currency = currencyOf(currencyCode)
  const added = new Set<string>()
  for (const [index, { variant_id, quantity, unit_price }] of [
    ...additions.entries(),
  ]) {
    if (added.has(variant_id)) {
      throw refundError({
        code: "duplicate_item",
        message: `Variant ${variant_id} is in the request twice.`,
        details: { variant_id },
      })
    }
    added.add(variant_id)
    if (
      !Number.isSafeInteger(quantity) ||
      quantity < 1 ||
      quantity > MAX_QUANTITY
    ) {
      throw refundError({
        code: "invalid_quantity",
        message: `${quantity} of variant ${variant_id} cannot be added: it takes a whole number from 1 to ${MAX_QUANTITY}.`,
        details: { variant_id },
      })
    }
    if (unit_price !== null) {
      checkPrice(unit_price, currency, `additions.${index}.unit_price`)
    }
  }
}

/** A price has the decimals that its currency is written with. */
function checkPrice(price: string, currency: Currency, field: string): void {
  const { units, scale } = decimal(price)
  const { code, digits, exponent } = currency
  const written = Math.max(scale, exponent)
  const exact = unitsAt({ units, scale }, written)
  if (exact % 10n ** BigInt(written - digits) !== 0n) {
    throw refundError({
      code: "amount_not_representable",
      message: `${price} is no price in ${code.toUpperCase()}: it takes ${digits || "no"} decimals.`,
      details: { field },
    })
  }
  if (isTooLarge({ units, scale }, currency)) {
    throw refundError({
      code: "invalid_amount",
      message: `${price} ${code.toUpperCase()} is more than any payment.`,
      details: { field },
    })
  }
}
