import {
  currencyOf,
  type Decimal,
  formatPayable,
  lessThan,
  negate,
  payableAsTaken,
  payableOrNothing,
  subtract,
  withoutNoise,
} from "../../../domain"
import type { OrderTotals } from "../../../ledger"
import type {
  OrderEditLine,
  OrderEditPreview,
  OrderEditTotals,
} from "../../../types"
import { requestHash } from "../../common/request-hash"
import type { SettledOrder } from "./order-after"
import type { MoneyPlan } from "./money-plan"

/** Puts together what the merchant sees. */
export function toPreview(
  order: SettledOrder["order"] & { version: number },
  totals: { before: OrderTotals; after: OrderTotals },
  added: string[],
  { settlement, warnings }: MoneyPlan
): OrderEditPreview {
  const format = (amount: Decimal) => round(amount, order.currency_code)
  const before = toTotals(totals.before, format)
  const after = toTotals(totals.after, format)
  const preview = {
    order_id: order.id,
    currency_code: order.currency_code,
    before,
    after,
    // Of the exact totals: it is the money that moves, rounded once.
    difference: format(subtract(totals.after.total, totals.before.total)),
    owed: format(
      payableOrNothing(withoutNoise(negate(order.pending_difference)), order)
    ),
    lines: toLines(totals, added, format),
    settlement,
    warnings,
  }
  return { ...preview, hash: hashOf(preview, order.version) }
}

/** Rounded half up, also below zero. */
const round = (amount: Decimal, currencyCode: string): Decimal => {
  const currency = currencyOf(currencyCode)
  const payable = lessThan(amount, "0")
    ? -payableAsTaken(negate(amount), currency)
    : payableAsTaken(amount, currency)
  return formatPayable(payable, currency)
}

const toTotals = (
  totals: OrderTotals,
  format: (amount: Decimal) => Decimal
): OrderEditTotals => ({
  item_total: format(totals.item_total),
  shipping_total: format(totals.shipping_total),
  discount_total: format(totals.discount_total),
  tax_total: format(totals.tax_total),
  total: format(totals.total),
})

function toLines(
  { before, after }: { before: OrderTotals; after: OrderTotals },
  added: string[],
  format: (amount: Decimal) => Decimal
): OrderEditLine[] {
  const ids = [
    ...new Set([...before.items, ...after.items].map(({ id }) => id)),
  ]
  return ids.flatMap((id) => {
    const was = before.items.find((item) => item.id === id)
    const is = after.items.find((item) => item.id === id)
    const line = is ?? was
    return line
      ? [
          {
            // Each preview makes its lines anew, and removes them again.
            item_id: added.includes(id) ? null : id,
            variant_id: line.variant_id,
            title: line.title,
            unit_price: line.unit_price,
            before: side(was, format),
            after: side(is, format),
          },
        ]
      : []
  })
}

const side = (
  item: OrderTotals["items"][number] | undefined,
  format: (amount: Decimal) => Decimal
) => ({ quantity: item?.quantity ?? 0, total: format(item?.total ?? "0") })

/** What the merchant agrees to: which units, for how much, and who is charged. */
const hashOf = (
  { settlement, warnings: _, ...preview }: Omit<OrderEditPreview, "hash">,
  version: number
): string =>
  requestHash({
    ...preview,
    version,
    settlement: {
      kind: settlement.kind,
      amount: settlement.amount,
      payment_method_id: settlement.payment_method_id,
      refund: settlement.refund_plan?.hash ?? null,
    },
  })
