import { type MedusaOrder } from "../../../domain"
import { PaymentCollectionStatus } from "@medusajs/framework/utils"
import { refundError } from "../../common/refund-error"
import type { EditOrderRequest } from "../types"
import { checkAdditions, MAX_QUANTITY } from "./check-additions"

/**
 * Refuses what cannot be edited, and leaves out what would not change.
 *
 * @throws order_canceled, order_has_active_change, order_not_captured,
 *   item_not_found, duplicate_item, invalid_quantity, invalid_request, and the
 *   codes of `checkAdditions`
 */
export function checkRequest(
  order: MedusaOrder,
  request: EditOrderRequest
): EditOrderRequest {
  checkOrder(order)
  const items = request.items.filter((asked, index) => {
    if (request.items.findIndex((e) => e.item_id === asked.item_id) !== index) {
      throw refundError({
        code: "duplicate_item",
        message: `${asked.item_id} is in the request twice.`,
        details: { item_id: asked.item_id },
      })
    }
    return asked.quantity !== checkQuantity(order, asked)
  })
  checkAdditions(request.additions, order.currency_code)
  if (!items.length && !request.additions.length) {
    throw refundError({
      code: "invalid_request",
      message: `Nothing of ${order.id} would change.`,
      details: { field: "items" },
    })
  }
  return { ...request, items }
}

const AUTHORIZED: string[] = [
  PaymentCollectionStatus.AUTHORIZED,
  PaymentCollectionStatus.PARTIALLY_AUTHORIZED,
]

function checkOrder({ id, canceled, active_change, collections }: MedusaOrder) {
  if (canceled) {
    throw refundError({
      code: "order_canceled",
      message: `${id} is cancelled and cannot be edited.`,
    })
  }
  if (active_change) {
    throw refundError({
      code: "order_has_active_change",
      message: `${id} has an open edit, return, claim or exchange. Confirm or cancel it first.`,
    })
  }
  // Medusa cancels an authorisation when an order is edited. Source:
  // core-flows/dist/order/workflows/create-or-update-order-payment-collection.js
  if (collections.some(({ status }) => AUTHORIZED.includes(status))) {
    throw refundError({
      code: "order_not_captured",
      message: `The payment of ${id} is authorised and not captured. Capture it, or release it, and edit then.`,
    })
  }
}

/** @returns the quantity that the line has now */
function checkQuantity(
  order: MedusaOrder,
  { item_id, quantity }: EditOrderRequest["items"][number]
): number {
  const item = order.items.find(({ id }) => id === item_id)
  if (!item) {
    throw refundError({
      code: "item_not_found",
      message: `${item_id} is not an item of order ${order.id}.`,
      details: { item_id },
    })
  }
  const { fulfilled_quantity } = item
  const isWhole =
    Number.isSafeInteger(quantity) && quantity >= 0 && quantity <= MAX_QUANTITY
  if (!isWhole || quantity < fulfilled_quantity) {
    throw refundError({
      code: "invalid_quantity",
      message: isWhole
        ? `${fulfilled_quantity} of ${item.title} (${item_id}) are fulfilled, so ${quantity} is too few. Use a return for those.`
        : `The quantity of ${item.title} (${item_id}) must be a whole number from ${fulfilled_quantity} to ${MAX_QUANTITY}, not ${quantity}.`,
      details: { item_id, fulfilled_quantity },
    })
  }
  return item.quantity
}
