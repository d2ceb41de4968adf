import type {
  StoreCreateRefundRequest,
  StoreRefundOption,
} from "../../../types/refund-request"
import { fill } from "../format/fill"
import type { RefundMessages } from "../../messages"
import { itemName } from "../parts/item-name"
import { FormError } from "../parts/form-error"

/** What the customer has filled in so far. */
export type RequestDraft = {
  /** By the item's id. */
  quantities: Record<string, number>
  reasons: Record<string, string>
  resolution: string
  message: string
}

export const EMPTY_DRAFT: RequestDraft = {
  quantities: {},
  reasons: {},
  resolution: "",
  message: "",
}

/**
 * The request that a draft means.
 *
 * @throws FormError that says what is missing
 */
export function requestOf(
  draft: RequestDraft,
  items: StoreRefundOption[],
  messages: RefundMessages
): StoreCreateRefundRequest {
  const message = draft.message.trim()
  const resolution = draft.resolution || resolutionsOf(items)[0]
  return {
    kind: "refund",
    items: chosenItems(draft.quantities, items, messages).map((item) => ({
      ...item,
      ...(draft.reasons[item.item_id]
        ? { refund_reason_id: draft.reasons[item.item_id] }
        : {}),
    })),
    ...(resolution ? { resolution } : {}),
    ...(message ? { message } : {}),
    locale: messages.locale,
  }
}

/**
 * The items of which some were chosen.
 *
 * @throws FormError where there are none, or more than may be asked for
 */
export function chosenItems(
  quantities: Record<string, number>,
  items: Pick<
    StoreRefundOption,
    "item_id" | "title" | "variant_title" | "quantity"
  >[],
  messages: RefundMessages
): { item_id: string; quantity: number }[] {
  const chosen = items.flatMap((item) => {
    const quantity = quantities[item.item_id] ?? 0
    if (quantity > item.quantity) {
      throw new FormError(
        fill(messages.form.tooMany, {
          left: item.quantity,
          title: itemName(item),
        })
      )
    }
    return quantity > 0 ? [{ item_id: item.item_id, quantity }] : []
  })
  if (!chosen.length) {
    throw new FormError(messages.form.chooseItems)
  }
  return chosen
}

/** What the customer may choose between, in the shop's order. */
export const resolutionsOf = (items: StoreRefundOption[]): string[] => [
  ...new Set(
    items
      .filter(({ blocked }) => !blocked)
      .flatMap(({ resolutions }) => resolutions)
  ),
]
