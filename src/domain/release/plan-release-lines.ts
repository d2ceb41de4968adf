import { type Refusal, refuse } from "../errors"
import type { Currency } from "../money/currency"
import type { LineBalance } from "../plan/line-balance"
import { unitsAmount } from "../plan/plan-items"
import { plannedLine, writtenLine } from "../plan/planned-line"
import type { ReleasedLine, ReleaseRequest } from "./release-types"

type Lines = { ok: true; lines: ReleasedLine[] } | Refusal

/** Units of a line that were not shipped, and are not on their way back. */
export const releasableUnits = ({
  line,
  refundable_quantity,
}: LineBalance): number =>
  "quantity" in line
    ? Math.max(
        0,
        Math.min(refundable_quantity, line.quantity - line.fulfilled_quantity)
      )
    : 0

/** The lines of a release: units that leave the order, and shipping methods. */
export function planReleaseLines(
  { items, shipping }: ReleaseRequest,
  balances: LineBalance[],
  currency: Currency
): Lines {
  const goods = releasedItems(items, balances, currency)
  if (!goods.ok) {
    return goods
  }
  const methods = releasedShipping(shipping, balances, currency)
  return methods.ok
    ? { ok: true, lines: [...goods.lines, ...methods.lines] }
    : methods
}

function releasedItems(
  items: ReleaseRequest["items"] = [],
  balances: LineBalance[],
  currency: Currency
): Lines {
  const known = balances.filter(({ kind }) => kind === "item")
  if (items === "all") {
    return {
      ok: true,
      lines: known.flatMap((balance) => {
        const units = releasableUnits(balance)
        return units > 0 ? [releasedLine(balance, units, currency)] : []
      }),
    }
  }
  const lines: ReleasedLine[] = []
  for (const [index, { item_id, quantity }] of items.entries()) {
    const field = `items.${index}`
    const balance = known.find(({ line }) => line.id === item_id)
    const refusal =
      refusalOfLine(balance, item_id, lines, `${field}.item_id`) ??
      refusalOfUnits(balance, item_id, quantity, `${field}.quantity`)
    if (refusal) {
      return refusal
    }
    if (balance) {
      lines.push(releasedLine(balance, quantity, currency))
    }
  }
  return { ok: true, lines }
}

function releasedShipping(
  shipping: ReleaseRequest["shipping"] = [],
  balances: LineBalance[],
  currency: Currency
): Lines {
  const known = balances.filter(({ kind }) => kind === "shipping")
  const asked =
    shipping === "all"
      ? known.map(({ line }) => ({ shipping_method_id: line.id }))
      : shipping
  const lines: ReleasedLine[] = []
  for (const [index, { shipping_method_id: id }] of asked.entries()) {
    const balance = known.find(({ line }) => line.id === id)
    const field = `shipping.${index}.shipping_method_id`
    const refusal = refusalOfLine(balance, id, lines, field)
    if (refusal) {
      return refusal
    }
    if (balance) {
      lines.push(releasedLine(balance, 1, currency))
    }
  }
  return { ok: true, lines }
}

function releasedLine(
  balance: LineBalance,
  quantity: number,
  currency: Currency
): ReleasedLine {
  const isItem = balance.kind === "item"
  const amount = isItem ? unitsAmount(balance, quantity) : balance.share
  const draw = { quantity, amount, restock: "cancel" as const }
  const {
    restock: _restock,
    refundable_quantity: _quantity,
    refundable_amount: _amount,
    ...line
  } = writtenLine(plannedLine(balance, draw, currency), currency)
  return {
    ...line,
    kind: balance.kind,
    releasable_quantity: isItem ? releasableUnits(balance) : 1,
  }
}

function refusalOfLine(
  balance: LineBalance | undefined,
  id: string,
  earlier: ReleasedLine[],
  field: string
): Refusal | null {
  if (!balance) {
    return refuse("item_not_found", `${id} is not on this order.`, {
      field,
      id,
    })
  }
  return earlier.some(
    ({ item_id, shipping_method_id }) => (item_id ?? shipping_method_id) === id
  )
    ? refuse(
        "duplicate_item",
        `${id} is in the request twice. Put it into one entry.`,
        { field, id }
      )
    : null
}

function refusalOfUnits(
  balance: LineBalance | undefined,
  item_id: string,
  quantity: number,
  field: string
): Refusal | null {
  const details = { field, item_id }
  if (!(Number.isSafeInteger(quantity) && quantity > 0)) {
    return refuse(
      "invalid_quantity",
      `The quantity of ${item_id} must be a whole number above zero.`,
      details
    )
  }
  const releasable = balance ? releasableUnits(balance) : 0
  return quantity > releasable
    ? refuse(
        "quantity_exceeds_refundable",
        `${releasable} units of ${balance?.title ?? ""} (${item_id}) were not shipped and can be released, less than ${quantity}.`,
        { ...details, refundable_quantity: releasable }
      )
    : null
}
