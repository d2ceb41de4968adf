import type {
  OrderRefundDTO,
  OrderRefundLineDTO,
  RefundableItem,
  Restock,
} from "../../types"
import type { Translate } from "./error-text"
import { isAboveZero } from "./format-money"
import { canMove, type ItemEntry } from "./item-entry"

type Goods = {
  entry: Pick<ItemEntry, "quantity" | "restock">
  item: Pick<
    RefundableItem,
    "cancelable_quantity" | "returnable_quantity" | "refundable_quantity"
  >
  /** Whether the store counts this product. */
  isCounted: boolean
  /** Where returned goods are expected, where that is known. */
  location?: string
}

/** What will happen to the chosen units of an item, in plain words. */
export function goodsText(
  { entry, item, isCounted, location }: Goods,
  t: Translate
): string {
  const { quantity, restock } = entry
  const uncounted = isCounted ? "" : "Uncounted"
  switch (restock) {
    case "cancel":
      return t(`refunds.goods.will.cancel${uncounted}`, {
        units: String(quantity),
        left: String(item.cancelable_quantity),
      })
    case "return":
      return t(`refunds.goods.will.return${uncounted}`, {
        location: location ?? t("refunds.goods.origin"),
      })
    case "none":
      return keptText(quantity, item, t)
  }
}

/** Units that are not shipped yet are still shipped when nobody takes them off. */
function keptText(quantity: number, item: Goods["item"], t: Translate): string {
  if (canMove("cancel", quantity, item)) {
    return t("refunds.goods.will.shipped")
  }
  return canMove("return", quantity, item) || item.cancelable_quantity === 0
    ? t("refunds.goods.will.kept")
    : t("refunds.goods.will.mixed", {
        cancelable: String(item.cancelable_quantity),
        returnable: String(item.returnable_quantity),
      })
}

/** What happened to the goods of one line; nothing for a line without units. */
export function goodsOf(
  { status, failed_amount }: Pick<OrderRefundDTO, "status" | "failed_amount">,
  { kind, quantity, restock }: OrderRefundLineDTO
): Restock | null {
  // Refused before it counted: the goods have not moved, or are back.
  const isVoid = status === "failed" && !isAboveZero(failed_amount)
  return kind === "item" && quantity > 0 && !isVoid ? restock : null
}
