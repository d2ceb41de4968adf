import type { MedusaContainer } from "@medusajs/framework/types"
import { readRequestedOrder, type RequestedOrder } from "../../ledger"
import { refundError } from "../common/refund-error"

/**
 * An order as requests are judged by.
 *
 * @throws order_not_found
 */
export async function readRequestedOrderOrFail(
  container: MedusaContainer,
  orderId: string
): Promise<RequestedOrder> {
  const order = await readRequestedOrder(container, orderId)
  if (!order) {
    throw refundError({
      code: "order_not_found",
      message: `Order ${orderId} does not exist.`,
    })
  }
  return order
}
