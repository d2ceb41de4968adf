import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { cancelEmptyCreditLine } from "../books/empty-credit-line"

/**
 * Cancels an order by Medusa's own workflow, also where a process died in it
 * before. The caller holds the order's lock, and nothing is left to refund.
 *
 * @throws Medusa's refusals
 */
export async function cancelOrderInMedusa(
  container: MedusaContainer,
  order_id: string,
  canceled_by: string | null
): Promise<void> {
  await cancelEmptyCreditLine(container, order_id, new Date())
  await cancelOrderWorkflow(container).run({
    input: { order_id, ...(canceled_by ? { canceled_by } : {}) },
  })
}
