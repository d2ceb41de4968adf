import type { StoreRefundOption } from "../../../types/refund-request"

/** "Shirt, M"; a variant that is called like its product is not said twice. */
export const itemName = ({
  title,
  variant_title,
}: Pick<StoreRefundOption, "title" | "variant_title">): string =>
  variant_title && variant_title !== title && variant_title !== "Default"
    ? `${title}, ${variant_title}`
    : title
