import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../common/refunds-module"
import { requestsModule } from "./requests-module"

/**
 * Notes the refund that a request got; it is done where the money has arrived.
 *
 * @returns whether it is done
 */
export async function noteRefundOfRequest(
  container: MedusaContainer,
  {
    refund_request_id,
    order_refund_id,
  }: { refund_request_id: string; order_refund_id: string }
): Promise<boolean> {
  const { requests } = requestsModule(container)
  await requests.noteRefund(refund_request_id, order_refund_id)
  const refund = await refundsModule(container).orderRefunds.find({
    id: order_refund_id,
  })
  if (refund?.status !== "succeeded") {
    return false
  }
  const { moved } = await requests.move({
    request_id: refund_request_id,
    to: "done",
    actor: "workflow",
    action: "refunded",
  })
  return moved
}
