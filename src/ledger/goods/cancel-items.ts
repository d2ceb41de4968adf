import {
  ChangeActionType,
  MathBN,
  MedusaError,
  Modules,
  OrderChangeType,
  OrderEditWorkflowEvents,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  keptDiscount,
  type MedusaOrder,
  type MedusaOrderItem,
  unitsValue,
} from "../../domain"
import type { GoodsMetadata } from "../books/read-goods"
import { trimReservations } from "./reservations"
import { removeUndoneDiscounts } from "../edit/undone-discounts"

export type CancelledItems = {
  items: { item_id: string; quantity: number }[]
  /** The order refund that pays for them. */
  order_refund_id?: string
  /** The release that lets their authorised money go: nothing is owed for them. */
  order_release_id?: string
  /** Id of the user, for Medusa's timeline. */
  confirmed_by: string | null
  no_notification: boolean
}

/**
 * Takes units that were not shipped off an order: an order edit that is confirmed
 * at once. The order then owes what they cost.
 *
 * Not Medusa's workflow: it keeps a line's discount whole, so that the units that
 * stay would get all of it, and reserves the full new quantity, shipped units
 * included (medusajs/medusa#16406).
 *
 * @throws when another change is open, or units were shipped meanwhile: nothing
 *   was changed
 */
export async function cancelOrderItems(
  container: MedusaContainer,
  order: MedusaOrder,
  { items, confirmed_by, no_notification, ...reason }: CancelledItems
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const cancelled = items.map(({ item_id, quantity }) => ({
    item: itemOf(order, item_id),
    quantity,
  }))
  const { order_refund_id, order_release_id } = reason
  const metadata: Partial<GoodsMetadata> & { order_release_id?: string } = {
    ...(order_refund_id ? { order_refund_id } : {}),
    ...(order_release_id ? { order_release_id } : {}),
    value: MathBN.sum(
      0,
      ...cancelled.map(({ item, quantity }) => unitsValue(item, quantity))
    ).toFixed(),
  }
  await removeUndoneDiscounts(container, order)
  const [change] = await orders.createOrderChange([
    {
      order_id: order.id,
      change_type: OrderChangeType.EDIT,
      metadata,
      no_notification,
      ...(confirmed_by ? { created_by: confirmed_by } : {}),
      actions: cancelled.map(({ item, quantity }) => ({
        action: ChangeActionType.ITEM_UPDATE,
        details: {
          reference_id: item.id,
          quantity: item.quantity - quantity,
          quantity_diff: -quantity,
          adjustments: keptDiscount(item, quantity),
        },
      })),
    },
  ])
  const id = String(change?.id)
  try {
    await orders.confirmOrderChange({
      id,
      ...(confirmed_by ? { confirmed_by } : {}),
    })
  } catch (error) {
    await orders.cancelOrderChange({ id })
    throw error
  }
  await trimReservations(
    container,
    order.id,
    items.map(({ item_id }) => item_id)
  )
  const { actions } = await orders.retrieveOrderChange(id, {
    relations: ["actions"],
  })
  await container.resolve(Modules.EVENT_BUS).emit({
    name: OrderEditWorkflowEvents.CONFIRMED,
    data: { order_id: order.id, actions, no_notification },
  })
}

function itemOf({ id, items }: MedusaOrder, itemId: string): MedusaOrderItem {
  const item = items.find((each) => each.id === itemId)
  if (!item) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `${itemId} is not an item of order ${id} any more.`
    )
  }
  return item
}
