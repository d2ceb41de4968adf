import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** A promotion of ten per cent on all items, and how an order gets it. */
export async function promote(container: MedusaContainer, code: string) {
  const { id } = await container.resolve(Modules.PROMOTION).createPromotions({
    code,
    type: "standard",
    status: "active",
    application_method: {
      type: "percentage",
      target_type: "items",
      allocation: "across",
      value: 10,
      currency_code: "eur",
    },
  })
  return {
    id,
    link: (order_id: string) =>
      container.resolve(ContainerRegistrationKeys.LINK).create({
        [Modules.ORDER]: { order_id },
        [Modules.PROMOTION]: { promotion_id: id },
      }),
  }
}
