import {
  ChangeActionType,
  MathBN,
  Modules,
  OrderChangeStatus,
  OrderChangeType,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder, OrderParts } from "../../domain"
import { removeUndoneDiscounts } from "../edit/undone-discounts"

type Change = {
  id: string
  status: string
  metadata?: Record<string, unknown> | null
  actions?: {
    action: string
    reference_id?: string | null
    details?: Record<string, unknown> | null
  }[]
}

async function changesOf(
  container: MedusaContainer,
  orderId: string,
  releaseId: string
): Promise<Change[]> {
  const changes = await container.resolve(Modules.ORDER).listOrderChanges(
    {
      order_id: orderId,
      status: [
        OrderChangeStatus.PENDING,
        OrderChangeStatus.REQUESTED,
        OrderChangeStatus.CONFIRMED,
      ],
    },
    { select: ["id", "status", "metadata"], relations: ["actions"] }
  )
  return changes.filter(
    ({ metadata }) => metadata?.order_release_id === releaseId
  )
}

/** What a release took off the order, by changes that were confirmed. */
export async function releasedParts(
  container: MedusaContainer,
  orderId: string,
  releaseId: string
): Promise<OrderParts> {
  const actions = (await changesOf(container, orderId, releaseId))
    .filter(({ status }) => status === OrderChangeStatus.CONFIRMED)
    .flatMap((change) => change.actions ?? [])
  const of = (wanted: ChangeActionType) =>
    actions.filter(({ action }) => action === wanted)
  return {
    items: of(ChangeActionType.ITEM_UPDATE).map(({ details }) => ({
      item_id: String(details?.reference_id),
      quantity: -MathBN.convert(
        (details?.quantity_diff ?? 0) as number
      ).toNumber(),
    })),
    shipping_method_ids: of(ChangeActionType.SHIPPING_REMOVE).map(
      ({ reference_id }) => String(reference_id)
    ),
  }
}

/**
 * Cancels an open change that a release made, and a crash kept from being
 * confirmed. The caller holds the order's lock: nobody is at work on it.
 */
export async function cancelUnfinishedRelease(
  container: MedusaContainer,
  orderId: string,
  releaseId: string
): Promise<void> {
  const open = (await changesOf(container, orderId, releaseId)).filter(
    ({ status }) => status !== OrderChangeStatus.CONFIRMED
  )
  if (open.length) {
    await container
      .resolve(Modules.ORDER)
      .cancelOrderChange(open.map(({ id }) => id))
  }
}

/**
 * Takes shipping methods off an order: an order edit that is confirmed at once.
 * A credit line would leave them on the order, as something that was paid and
 * can be refunded.
 *
 * @throws when another change is open: nothing was changed
 */
export async function removeShippingMethods(
  container: MedusaContainer,
  order: MedusaOrder,
  asked: {
    shipping_method_ids: string[]
    order_release_id: string
    confirmed_by: string | null
  }
): Promise<void> {
  const { shipping_method_ids, order_release_id, confirmed_by } = asked
  const orders = container.resolve(Modules.ORDER)
  await removeUndoneDiscounts(container, order)
  const [change] = await orders.createOrderChange([
    {
      order_id: order.id,
      change_type: OrderChangeType.EDIT,
      metadata: { order_release_id, part: "shipping" },
      ...(confirmed_by ? { created_by: confirmed_by } : {}),
      actions: shipping_method_ids.map((reference_id) => ({
        action: ChangeActionType.SHIPPING_REMOVE,
        reference: "order_shipping_method",
        reference_id,
        details: {},
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
}
