import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderEditDTO } from "../../types"
import { readOrderRefundState } from "../../workflows/common/read-order-state"
import { refundsModule } from "../../workflows/common/refunds-module"
import { orderEditNow } from "./order-edit-now"

/**
 * One edit of an order, with its money as it is by now.
 *
 * @throws order_not_found, and not_found where the order has no such edit
 */
export async function retrieveOrderEditNow(
  container: MedusaContainer,
  orderId: string,
  id: string
): Promise<OrderEditDTO> {
  const state = await readOrderRefundState(container, orderId)
  const edit = await refundsModule(container).edits.find({ id })
  if (edit?.order_id !== orderId || edit.status !== "edited") {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} has no edit ${id}.`
    )
  }
  return orderEditNow(edit, state)
}
