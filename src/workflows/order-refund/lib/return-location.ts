import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundError } from "./refund-error"

/**
 * Makes sure that a stock location exists, before anything is reserved.
 *
 * @throws invalid_request
 */
export async function assertLocation(
  container: MedusaContainer,
  id: string | null | undefined
): Promise<void> {
  if (!id) {
    return
  }
  const [location] = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ id: [id] }, { select: ["id"], take: 1 })
  if (!location) {
    throw refundError({
      code: "invalid_request",
      message: `Stock location ${id} does not exist.`,
      details: { field: "location_id" },
    })
  }
}

type OrderRow = {
  fulfillments?: ({
    location_id: string | null
    canceled_at: unknown
    items?: ({ line_item_id: string | null } | null)[]
  } | null)[]
  sales_channel?: { stock_locations?: ({ id: string } | null)[] } | null
}

/**
 * Where returned goods are expected when nobody says: where they were shipped
 * from, else the first location of the order's sales channel. Medusa receives
 * no return without a location.
 */
export async function defaultReturnLocation(
  container: MedusaContainer,
  orderId: string,
  itemIds: string[]
): Promise<string | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "fulfillments.location_id",
        "fulfillments.canceled_at",
        "fulfillments.items.line_item_id",
        "sales_channel.stock_locations.id",
      ],
      filters: { id: orderId },
    })
  const orders: Record<string, unknown>[] = data
  const [order] = orders as OrderRow[]
  const shipped = (order?.fulfillments ?? []).find(
    (each) =>
      each?.location_id &&
      !each.canceled_at &&
      each.items?.some((item) => itemIds.includes(String(item?.line_item_id)))
  )
  return (
    shipped?.location_id ??
    order?.sales_channel?.stock_locations?.[0]?.id ??
    null
  )
}
