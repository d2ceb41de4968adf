import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderReleaseDTO } from "../../../types"
import { refundError } from "../../order-refund/lib/refund-error"
import { refundsModule } from "../../order-refund/lib/refunds-module"
import { retrieveOrderRelease } from "./get-order-release"

type Paging = { limit: number; offset: number }

/**
 * The releases of one order, newest first, the refused ones too.
 *
 * @throws order_not_found
 */
export async function listOrderReleases(
  container: MedusaContainer,
  orderId: string,
  { limit, offset }: Paging
): Promise<{ order_releases: OrderReleaseDTO[]; count: number }> {
  await assertOrderExists(container, orderId)
  const [rows, count] = await refundsModule(
    container
  ).listAndCountOrderReleases(
    { order_id: orderId },
    {
      select: ["id"],
      take: limit,
      skip: offset,
      order: { created_at: "DESC", id: "DESC" },
    }
  )
  return {
    order_releases: await Promise.all(
      rows.map(({ id }) => retrieveOrderRelease(container, id))
    ),
    count,
  }
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
