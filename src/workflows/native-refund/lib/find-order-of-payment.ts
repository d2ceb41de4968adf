import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

type PaymentRow = {
  payment_collection?: { order?: { id: string } | null } | null
}

/** The order that a payment pays; null where there is none. */
export async function findOrderOfPayment(
  container: MedusaContainer,
  paymentId: string
): Promise<string | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "payment",
      fields: ["id", "payment_collection.order.id"],
      filters: { id: paymentId },
    })
  const [row] = data as PaymentRow[]
  return row?.payment_collection?.order?.id ?? null
}
