import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderRefundEventDTO } from "../../types"
import { refundsModule } from "../../workflows/common/refunds-module"

/** Everything that ever happened to an order refund, oldest first. */
export async function readRefundTrail(
  container: MedusaContainer,
  orderRefundId: string
): Promise<OrderRefundEventDTO[]> {
  const { audit } = refundsModule(container)
  const entries = await audit.read({
    order_refund_id: orderRefundId,
  })
  return entries.map(({ subject_id, request_id, ...entry }) => ({
    ...entry,
    order_refund_id: subject_id,
    refund_transaction_id: request_id,
  }))
}
