import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderRefundRecord } from "../../domain"
import { refundError } from "./refund-error"
import { refundsModule } from "./refunds-module"

/**
 * The record of an order refund.
 *
 * @throws order_refund_not_found
 */
export async function getOrderRefund(
  container: MedusaContainer,
  id: string
): Promise<OrderRefundRecord> {
  const refund = await refundsModule(container).orderRefunds.find({ id })
  if (!refund) {
    throw refundError({
      code: "order_refund_not_found",
      message: `Order refund ${id} does not exist.`,
    })
  }
  return refund
}

/** Who acts, as the audit trail names people. */
export const actorOf = (userId: string | null | undefined): string =>
  userId ? `user:${userId}` : "workflow"
