import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderReleaseDTO } from "../../types"
import { refundError } from "../../workflows/common/refund-error"
import { refundsModule } from "../../workflows/common/refunds-module"
import { orderReleaseDTO } from "./order-release-dto"

type Paging = { limit: number; offset: number }

/**
 * The releases of one order, newest first, the refused ones too.
 *
 * @throws order_not_found
 */
export async function listOrderReleases(
  container: MedusaContainer,
  orderId: string,
  paging: Paging
): Promise<{ order_releases: OrderReleaseDTO[]; count: number }> {
  await assertOrderExists(container, orderId)
  const [releases, count] = await refundsModule(container).releases.readOfOrder(
    orderId,
    paging
  )
  return { order_releases: releases.map(orderReleaseDTO), count }
}

async function assertOrderExists(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: { id: orderId },
  })
  if (!data.length) {
    throw refundError({
      code: "order_not_found",
      message: `Order ${orderId} does not exist.`,
    })
  }
}
