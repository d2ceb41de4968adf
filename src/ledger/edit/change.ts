import {
  ChangeActionType,
  MathBN,
  Modules,
  OrderChangeType,
  OrderEditWorkflowEvents,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { keptDiscount, type MedusaOrder } from "../../domain"
import {
  addOrderEditItemsUnderLockWorkflow,
  updateOrderEditItemsUnderLockWorkflow,
  type AddedUnits,
} from "./additions"
import { withoutNewGuest } from "./guest"
import { removeUndoneDiscounts } from "./undone-discounts"

/**
 * What our open changes carry: a crash leaves them open, and this says that they
 * may be removed. A preview is never confirmed.
 */
export type OrderEditMark =
  { order_edit_preview: true } | { order_edit_id: string }

export type AskedOrderEdit = {
  /** New quantities. */
  items: { item_id: string; quantity: number }[]
  additions: AddedUnits[]
  /** Whether Medusa computes the order's promotions anew. */
  recompute: boolean
  mark: OrderEditMark
  /** Id of the user, for Medusa's timeline. */
  created_by: string | null
}

/** An order change that is not confirmed, and the lines that it would add. */
export type OpenOrderEdit = { id: string; added: string[] }

/**
 * Opens an order change. The caller holds the order's lock, and confirms or
 * discards it.
 *
 * Quantities are not left to Medusa's workflow where discounts stay: it keeps a
 * line's discount whole for fewer units.
 *
 * @throws Medusa's error, for example of a variant without a price: nothing was
 *   changed
 */
export async function openOrderEdit(
  container: MedusaContainer,
  order: MedusaOrder,
  { items, additions, recompute, mark, created_by }: AskedOrderEdit
): Promise<OpenOrderEdit> {
  const orders = container.resolve(Modules.ORDER)
  await removeUndoneDiscounts(container, order)
  const [change] = await orders.createOrderChange([
    {
      order_id: order.id,
      change_type: OrderChangeType.EDIT,
      metadata: mark,
      ...(created_by ? { created_by } : {}),
      ...(recompute ? { carry_over_promotions: true } : {}),
      actions: recompute
        ? []
        : items.map(({ item_id, quantity }) => ({
            action: ChangeActionType.ITEM_UPDATE,
            details: quantityOf(order, item_id, quantity),
          })),
    },
  ])
  const id = String(change?.id)
  try {
    if (recompute && items.length) {
      await updateOrderEditItemsUnderLockWorkflow(container).run({
        input: {
          order_id: order.id,
          items: items.map(({ item_id, quantity }) => ({
            id: item_id,
            quantity,
          })),
        },
      })
    }
    if (additions.length) {
      await withoutNewGuest(container, order, () =>
        addOrderEditItemsUnderLockWorkflow(container).run({
          input: {
            order_id: order.id,
            items: additions.map(({ variant_id, quantity, unit_price }) => ({
              variant_id,
              quantity,
              ...(unit_price === null
                ? {}
                : { unit_price: MathBN.convert(unit_price).toNumber() }),
            })),
          },
        })
      )
    }
  } catch (error) {
    await discardOrderEdit(container, id)
    throw error
  }
  return { id, added: await addedBy(container, id) }
}

/** Removes an open change with the lines that it would have added. */
export async function discardOrderEdit(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const added = await addedBy(container, id)
  await orders.deleteOrderChanges([id])
  if (added.length) {
    await orders.deleteOrderLineItems(added)
  }
}

/** Carries an open change out. */
export async function confirmOrderEdit(
  container: MedusaContainer,
  { id }: OpenOrderEdit,
  confirmed_by: string | null
): Promise<void> {
  await container
    .resolve(Modules.ORDER)
    .confirmOrderChange({ id, ...(confirmed_by ? { confirmed_by } : {}) })
}

/** Tells the store of a confirmed edit, as Medusa's own workflow does. */
export async function announceOrderEdit(
  container: MedusaContainer,
  orderId: string,
  changeId: string
): Promise<void> {
  const { actions } = await container
    .resolve(Modules.ORDER)
    .retrieveOrderChange(changeId, { relations: ["actions"] })
  await container.resolve(Modules.EVENT_BUS).emit({
    name: OrderEditWorkflowEvents.CONFIRMED,
    data: { order_id: orderId, actions, no_notification: false },
  })
}

/** Units that stay keep their discount; units that come have none. */
function quantityOf(order: MedusaOrder, itemId: string, quantity: number) {
  const item = order.items.find(({ id }) => id === itemId)
  const before = item?.quantity ?? 0
  return {
    reference_id: itemId,
    quantity,
    quantity_diff: quantity - before,
    adjustments:
      item && quantity < before
        ? keptDiscount(item, before - quantity)
        : (item?.adjustments ?? []),
  }
}

async function addedBy(
  container: MedusaContainer,
  changeId: string
): Promise<string[]> {
  const { actions } = await container
    .resolve(Modules.ORDER)
    .retrieveOrderChange(changeId, { relations: ["actions"] })
  return [...(actions ?? [])]
    .sort((a, b) => a.ordering - b.ordering)
    .filter(({ action }) => action === ChangeActionType.ITEM_ADD)
    .map(({ details }) => String(details?.reference_id))
}
