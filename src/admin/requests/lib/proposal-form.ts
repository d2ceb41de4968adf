import type {
  AdminOrderRefundsResponse,
  RefundableItem,
  RefundRequest,
} from "../../../types"
import { NO_ITEM, withQuantity, type ItemEntry } from "../../lib/item-entry"
import {
  emptyForm,
  everythingLeft,
  type RefundForm,
} from "../../lib/refund-form"

type Refunds = Pick<AdminOrderRefundsResponse, "items" | "shipping">
type Item = Exclude<NonNullable<RefundRequest["items"]>, "all">[number]

/** The refund's form, filled with what the server proposes. */
export function proposalForm(
  { items, shipping, adjustment, payments }: RefundRequest,
  refunds: Refunds
): RefundForm {
  const empty = emptyForm()
  const all = everythingLeft(empty, refunds, { movesGoods: true })
  return {
    ...empty,
    everything: items === "all" && shipping === "all",
    items: items === "all" ? all.items : itemEntries(items ?? [], refunds),
    shipping:
      shipping === "all"
        ? all.shipping
        : Object.fromEntries(
            (shipping ?? []).map(({ shipping_method_id, amount }) => [
              shipping_method_id,
              { selected: true, amount: textOf(amount) },
            ])
          ),
    adjustment: adjustment
      ? {
          amount: textOf(adjustment.amount),
          description: adjustment.description,
        }
      : empty.adjustment,
    payments: payments
      ? Object.fromEntries(
          payments.map(({ payment_id, amount }) => [payment_id, textOf(amount)])
        )
      : null,
  }
}

const itemEntries = (
  items: Item[],
  refunds: Refunds
): Record<string, ItemEntry> =>
  Object.fromEntries(
    items.map((item) => [
      item.item_id,
      itemEntry(
        item,
        refunds.items.find(({ item_id }) => item_id === item.item_id)
      ),
    ])
  )

/** What is proposed for the goods stays as long as it is possible. */
function itemEntry(
  { quantity = 0, amount, restock = "none" }: Item,
  item: RefundableItem | undefined
): ItemEntry {
  if (amount !== undefined) {
    return { ...NO_ITEM, mode: "amount", amount: textOf(amount) }
  }
  const chosen = { ...NO_ITEM, chosen: restock }
  return item
    ? withQuantity(chosen, quantity, item)
    : { ...chosen, quantity, restock }
}

const textOf = (amount: string | number | undefined): string =>
  amount === undefined ? "" : String(amount)
