import type { RefundableItem, Restock } from "../../types"
import { isAboveZero } from "./format-money"

/** One item row: so many units, or an amount inside the line. */
export type ItemEntry = {
  mode: "quantity" | "amount"
  quantity: number
  amount: string
  /** What happens to these units. */
  restock: Restock
  /** What the merchant chose; without it the quantity decides. */
  chosen?: Restock
}

type Units = Pick<
  RefundableItem,
  "cancelable_quantity" | "returnable_quantity" | "refundable_quantity"
>
type Item = Units & Pick<RefundableItem, "refundable_amount">

export const NO_ITEM: ItemEntry = {
  mode: "quantity",
  quantity: 0,
  amount: "",
  restock: "none",
}

/** Only units that were not shipped can be cancelled, only shipped ones returned. */
export function canMove(
  restock: Restock,
  quantity: number,
  { cancelable_quantity, returnable_quantity }: Units
): boolean {
  switch (restock) {
    case "none":
      return true
    case "cancel":
      return quantity <= cancelable_quantity
    case "return":
      return quantity <= returnable_quantity
  }
}

/**
 * Other units of a line. What the merchant chose for them stays while it is
 * possible. It is worked out here and not when it is sent: a refund that is sent
 * again must be the same one, also after the order has changed.
 */
export function withQuantity(
  entry: ItemEntry,
  quantity: number,
  item: Units
): ItemEntry {
  const { chosen } = entry
  const preselected = canMove("cancel", quantity, item) ? "cancel" : "none"
  return {
    ...entry,
    quantity,
    restock:
      chosen && canMove(chosen, quantity, item)
        ? chosen
        : quantity > 0
          ? preselected
          : "none",
  }
}

/** What the merchant wants done with the goods. */
export const withRestock = (entry: ItemEntry, chosen: Restock): ItemEntry => ({
  ...entry,
  chosen,
  restock: chosen,
})

/** Whether two entries ask for the same money, whatever happens to the goods. */
export const isSameMoney = (one: ItemEntry, other: ItemEntry): boolean =>
  one.mode === other.mode &&
  one.quantity === other.quantity &&
  one.amount === other.amount

/** Whether money or goods of an item are left; a free gift has only goods. */
export const isLeft = (item: Item): boolean =>
  isAboveZero(item.refundable_amount) ||
  item.cancelable_quantity > 0 ||
  item.returnable_quantity > 0
