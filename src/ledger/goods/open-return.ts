import {
  ContainerRegistrationKeys,
  Modules,
  OrderWorkflowEvents,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelReturnWorkflow } from "@medusajs/medusa/core-flows"
import type { GoodsMetadata } from "../books/read-goods"
import {
  removeUndoneDiscounts,
  type OrderLines,
} from "../edit/undone-discounts"

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
 * Not Medusa's workflow: it makes the return, its change and the confirmation
 * one after the other, and a crash between them leaves an empty return on the
 * order's page. The module makes all of it in one database transaction. Nor its
 * update of the payment collection, which cancels what is authorised: that
 * belongs to the books.
 *
 * @returns the id of the return
 * @throws when another change is open: nothing was changed
 */
export async function openReturn(
  container: MedusaContainer,
  order: OrderLines,
  asked: OpenedReturn
): Promise<string> {
  const { items, location_id, order_refund_id, created_by } = asked
  const orders = container.resolve(Modules.ORDER)
  const metadata: GoodsMetadata = { order_refund_id, value: null }
  await removeUndoneDiscounts(container, order)
  const { id } = await orders.createReturn({
    order_id: order.id,
    location_id,
    metadata,
    requested_at: new Date(),
    no_notification: asked.no_notification,
    ...(created_by ? { created_by } : {}),
    items: items.map(({ item_id, quantity }) => ({ id: item_id, quantity })),
  })
  try {
    await follow(container, order.id, id, { metadata, created_by })
  } catch (error) {
    // The return is there: taking it back would lose what others saw of it.
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `Return ${id} of ${order.id} is open, but not everything that follows was done.`,
        error instanceof Error ? error : new Error(String(error))
      )
  }
  return id
}

async function follow(
  container: MedusaContainer,
  order_id: string,
  return_id: string,
  about: { metadata: GoodsMetadata; created_by?: string | null }
): Promise<void> {
  // Medusa's module notes who and why with the change only.
  await container
    .resolve(Modules.ORDER)
    .updateReturns([{ selector: { id: return_id }, data: about }])
  await container.resolve(Modules.EVENT_BUS).emit({
    name: OrderWorkflowEvents.RETURN_REQUESTED,
    data: { order_id, return_id },
  })
}

/** Takes a return back that nobody has received anything of. */
export async function undoReturn(
  container: MedusaContainer,
  returnId: string
): Promise<void> {
  await cancelReturnWorkflow(container).run({ input: { return_id: returnId } })
}
