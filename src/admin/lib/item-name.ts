import type { RefundableItem } from "../../types"
import type { OrderItem } from "../hooks/use-order-lines"

type Named = Pick<RefundableItem, "title">
type Details = Pick<
  OrderItem,
  "product_title" | "title" | "variant_title" | "variant_sku"
>

/** What an item is called in the list. */
export const itemTitle = (item: Named, details?: Details): string =>
  details?.product_title ?? details?.title ?? item.title

/** Beneath the title: which of its variants it is. */
export const itemSubtitle = (details?: Details): string =>
  [details?.variant_title, details?.variant_sku].filter(Boolean).join(" · ")

/** Tells the controls of two variants of one product apart for a screen reader. */
export const itemName = (item: Named, details?: Details): string =>
  [itemTitle(item, details), details?.variant_title].filter(Boolean).join(", ")
