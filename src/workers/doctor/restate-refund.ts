import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../../workflows/common/refunds-module"
import { withOrderLock } from "../../workflows/common/with-order-lock"

/**
 * Notes the present state of every movement of an order refund in its trail,
 * and derives its status anew. What the trail missed stays visible: nobody
 * knows who changed it.
 */
export async function restateRefund(
  container: MedusaContainer,
  orderId: string,
  orderRefundId: string
): Promise<void> {
  const service = refundsModule(container)
  await withOrderLock(container, orderId, async () => {
    const refund = await service.orderRefunds.find({ id: orderRefundId })
    for (const { id, status } of refund?.transactions ?? []) {
      await service.transactions.transition({
        transaction_id: id,
        from: [status],
        to: status,
        audit: { actor: "doctor", action: "restated" },
      })
    }
  })
}
