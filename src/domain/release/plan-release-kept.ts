import { currencyOf } from "../money/currency"
import {
  add,
  decimal,
  type Decimal,
  decimalText,
  negate,
} from "../money/exact-decimal"
import { formatPayable, roundToPayable } from "../money/money"
import { cumulativeShare } from "../plan/line-balance"
import { lineValue, unitsValue } from "../plan/line-value"
import type {
  KeptLine,
  OrderParts,
  ReleasedLine,
  ReleaseSnapshot,
} from "./release-types"

type OrderNow = Pick<ReleaseSnapshot, "items" | "shipping_methods">

/**
 * What of a release can still leave the order. Others may have shipped its units,
 * or taken them off, after its money was let go.
 */
export const partsToTakeOff = (
  lines: ReleasedLine[],
  order: OrderNow
): OrderParts => ({
  items: lines.flatMap(({ item_id, quantity }) => {
    const item = order.items.find(({ id }) => id === item_id)
    const units = item
      ? Math.min(quantity, item.quantity - item.fulfilled_quantity)
      : 0
    return item && units > 0 ? [{ item_id: item.id, quantity: units }] : []
  }),
  shipping_method_ids: lines.flatMap(
    ({ shipping_method_id }) =>
      order.shipping_methods.find(({ id }) => id === shipping_method_id)?.id ??
      []
  ),
})

/**
 * What of a release stayed on the order, and is due: it was let go, and not paid.
 * Units that somebody else took off the order are not due.
 *
 * @param taken what the release itself took off the order
 * @param order as it is without that
 */
export function keptLines(
  release: { currency_code: string; lines: ReleasedLine[] },
  taken: OrderParts,
  order: OrderNow
): KeptLine[] {
  const currency = currencyOf(release.currency_code)
  return release.lines.flatMap(({ quantity: released, amount, ...line }) => {
    const quantity = Math.min(
      released - unitsTaken(line, taken),
      unitsOn(line, order)
    )
    if (quantity <= 0) {
      return []
    }
    const { kind, item_id, shipping_method_id, title } = line
    const share = roundToPayable(decimal(amount), currency)
    const left = share - cumulativeShare(share, released - quantity, released)
    return [
      {
        kind,
        ...(item_id ? { item_id } : {}),
        ...(shipping_method_id ? { shipping_method_id } : {}),
        title,
        quantity,
        amount: formatPayable(left, currency),
      },
    ]
  })
}

/**
 * What must come off an order's total so that it is what was captured and what is
 * due: the release's own rounding, with the kept lines in it again.
 */
export const creditWithKept = (
  rounding: Decimal,
  kept: KeptLine[],
  order: OrderNow
): Decimal =>
  decimalText(
    add(
      decimal(rounding),
      ...kept.flatMap((line) => [
        decimal(exactValue(order, line)),
        negate(decimal(line.amount)),
      ])
    )
  )

/** What units of a line, or a shipping method, cost exactly in Medusa's totals. */
export function exactValue(
  order: OrderNow,
  line: Pick<ReleasedLine, "item_id" | "shipping_method_id" | "quantity">
): Decimal {
  const item = order.items.find(({ id }) => id === line.item_id)
  const method = order.shipping_methods.find(
    ({ id }) => id === line.shipping_method_id
  )
  return item
    ? unitsValue(item, line.quantity)
    : method
      ? decimalText(lineValue(method))
      : "0"
}

type LineId = Pick<ReleasedLine, "item_id" | "shipping_method_id">

const unitsTaken = (
  { item_id, shipping_method_id }: LineId,
  { items, shipping_method_ids }: OrderParts
): number =>
  shipping_method_id
    ? Number(shipping_method_ids.includes(shipping_method_id))
    : (items.find((each) => each.item_id === item_id)?.quantity ?? 0)

const unitsOn = (
  { item_id, shipping_method_id }: LineId,
  { items, shipping_methods }: OrderNow
): number =>
  shipping_method_id
    ? Number(shipping_methods.some(({ id }) => id === shipping_method_id))
    : (items.find(({ id }) => id === item_id)?.quantity ?? 0)
