import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderEditEventDTO } from "../../types"
import { refundsModule } from "../../workflows/common/refunds-module"

/** Everything that happened to an edit and to its charge, oldest first. */
export async function readEditTrail(
  container: MedusaContainer,
  orderEditId: string
): Promise<OrderEditEventDTO[]> {
  const { audit } = refundsModule(container)
  const entries = await audit.read({ order_edit_id: orderEditId })
  return entries.map(({ subject_id, request_id, ...entry }) => ({
    ...entry,
    order_edit_id: subject_id,
    payment_intent_id: request_id,
  }))
}
