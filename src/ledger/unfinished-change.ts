import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "./medusa-order"

/**
 * Cancels an open change that an order refund made, and a crash kept from being
 * confirmed. The caller holds the order's lock: nobody is at work on it.
 */
export async function cancelUnfinishedChange(
  container: MedusaContainer,
  { active_change }: Pick<MedusaOrder, "active_change">,
  orderRefundId: string
): Promise<void> {
  if (active_change?.order_refund_id !== orderRefundId) {
    return
  }
  const orders = container.resolve(Modules.ORDER)
  const { return_id } = await orders.retrieveOrderChange(active_change.id, {
    select: ["id", "return_id"],
  })
  await orders.cancelOrderChange({ id: active_change.id })
  if (return_id) {
    await orders.softDeleteReturns([return_id])
  }
}
