import {
  ContainerRegistrationKeys,
  OrderStatus,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

type OrderRow = {
  status: string
  fulfillments?: ({ canceled_at: unknown } | null)[]
}

/**
 * Whether Medusa lets an order be cancelled, asked before money moves.
 * Source: `cancelValidateOrder` of
 * @medusajs/core-flows/dist/order/workflows/cancel-order.js
 */
export async function wouldMedusaCancel(
  container: MedusaContainer,
  orderId: string
): Promise<boolean> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["status", "fulfillments.canceled_at"],
      filters: { id: orderId },
    })
  const [order] = data as OrderRow[]
  return (
    order !== undefined &&
    order.status !== OrderStatus.CANCELED &&
    order.status !== OrderStatus.COMPLETED &&
    (order.fulfillments ?? []).every((each) => !each || each.canceled_at)
  )
}
