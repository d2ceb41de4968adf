import {
  BigNumber,
  decorateCartTotals,
  MathBN,
} from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"
import type { Row } from "./order-rows"

type CartLike = Parameters<typeof decorateCartTotals>[0]

/** The digits of a total, as Medusa tells them: of an order all, of an item twenty. */
const digits = (total: unknown): string =>
  MathBN.convert((total ?? 0) as BigNumberInput).toFixed()
const twentyDigits = (total: unknown): unknown =>
  new BigNumber((total ?? 0) as BigNumberInput).raw?.value

/**
 * An order's rows with the totals that Medusa works out of them, by its own code:
 * what it comes to, its credit lines, and per item what is on its way back.
 */
export function withTotals(order: Row & { items?: Row[] }): Row {
  // A copy, since Medusa's code writes into what it is given.
  const totals: Row & { items?: object[] } = decorateCartTotals(
    structuredClone(order) as CartLike
  )
  return {
    ...order,
    total: digits(totals.total),
    credit_line_total: digits(totals.credit_line_total),
    items: order.items?.map((item, index) => ({
      ...item,
      return_requested_total: twentyDigits(
        Reflect.get(totals.items?.[index] ?? {}, "return_requested_total")
      ),
    })),
  }
}
