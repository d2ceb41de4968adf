import {
  ChangeActionType,
  Modules,
  OrderChangeType,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  cancelReturnWorkflow,
  confirmReturnRequestWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaOrder } from "./medusa-order"
import type { GoodsMetadata } from "./read-goods"

export type OpenedReturn = {
  items: { item_id: string; quantity: number }[]
  /** Where the goods are expected. */
  location_id: string | null
  /** The order refund that pays for them. */
  order_refund_id: string
  /** Id of the user, for Medusa's timeline. */
  created_by: string | null
  no_notification: boolean
}

/**
 * Opens a Medusa return for units that were shipped: they are expected from now
 * on, and the order owes what they cost. Stock changes when they are received,
 * in Medusa's own screen.
 *
 * @returns the id of the return
 * @throws when another change is open: nothing was changed
 */
export async function openReturn(
  container: MedusaContainer,
  order: Pick<MedusaOrder, "id">,
  asked: OpenedReturn
): Promise<string> {
  const { items, location_id, order_refund_id, created_by } = asked
  const orders = container.resolve(Modules.ORDER)
  const metadata: GoodsMetadata = { order_refund_id, value: null }
  const [opened] = await orders.createReturns([
    {
      order_id: order.id,
      location_id,
      metadata,
      no_notification: asked.no_notification,
      ...(created_by ? { created_by } : {}),
    },
  ])
  const return_id = String(opened?.id)
  try {
    await orders.createOrderChange([
      {
        order_id: order.id,
        return_id,
        change_type: OrderChangeType.RETURN_REQUEST,
        metadata,
        ...(created_by ? { created_by } : {}),
        actions: items.map(({ item_id, quantity }) => ({
          action: ChangeActionType.RETURN_ITEM,
          return_id,
          reference: "return",
          reference_id: return_id,
          details: { reference_id: item_id, quantity },
        })),
      },
    ])
    await confirmReturnRequestWorkflow(container).run({
      input: {
        return_id,
        ...(created_by ? { confirmed_by: created_by } : {}),
      },
    })
  } catch (error) {
    await removeUnconfirmed(container, return_id)
    throw error
  }
  return return_id
}

/** Takes a return back that nobody has received anything of. */
export async function undoReturn(
  container: MedusaContainer,
  returnId: string
): Promise<void> {
  await cancelReturnWorkflow(container).run({ input: { return_id: returnId } })
}

/** What was not confirmed is in no book. */
async function removeUnconfirmed(
  container: MedusaContainer,
  return_id: string
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const changes = await orders.listOrderChanges(
    { return_id, status: ["pending", "requested"] },
    { select: ["id"] }
  )
  if (changes.length) {
    await orders.cancelOrderChange(changes.map(({ id }) => id))
  }
  await orders.softDeleteReturns([return_id])
}
