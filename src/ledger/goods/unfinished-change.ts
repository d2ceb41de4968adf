import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "../../domain"

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
  await container
    .resolve(Modules.ORDER)
    .cancelOrderChange({ id: active_change.id })
}
