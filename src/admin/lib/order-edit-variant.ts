import type { FoundVariant } from "../hooks/use-variant-search"
import type { Translate } from "./error-text"

/** What a variant is called in a list: "Trail Shirt, Blue". */
export const variantName = ({
  title,
  product,
}: Pick<FoundVariant, "title" | "product">): string =>
  [product?.title, title].filter(Boolean).join(", ")

/** How many of it are free; nothing where that is not known. */
export function stockText(
  {
    manage_inventory,
    inventory_quantity,
  }: Pick<FoundVariant, "manage_inventory" | "inventory_quantity">,
  t: Translate
): string {
  if (!manage_inventory) {
    return t("refundOrderEdit.search.uncounted")
  }
  return typeof inventory_quantity === "number"
    ? t("refundOrderEdit.search.stock", { stock: String(inventory_quantity) })
    : ""
}
