import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderEditDTO } from "../../types"
import { readOrderRefundState } from "../../workflows/common/read-order-state"
import { refundsModule } from "../../workflows/common/refunds-module"
import { orderEditNow } from "./order-edit-now"

type Paging = { limit: number; offset: number }

/**
 * The edits of one order, newest first, each with its money as it is by now. One
 * whose change is not confirmed is not among them: it may never happen.
 *
 * @throws order_not_found
 */
export async function listOrderEdits(
  container: MedusaContainer,
  orderId: string,
  paging: Paging
): Promise<{ order_edits: OrderEditDTO[]; count: number }> {
  const state = await readOrderRefundState(container, orderId)
  const [edits, count] = await refundsModule(container).edits.readOfOrder(
    orderId,
    paging
  )
  return { order_edits: edits.map((edit) => orderEditNow(edit, state)), count }
}
