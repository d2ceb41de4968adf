import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { PlannedLine } from "../../domain"
import { refundError } from "../common/refund-error"

type ItemRow = {
  id: string
  product_title?: string | null
  title?: string | null
  variant?: {
    manage_inventory?: boolean
    inventory_items?: ({
      inventory?: {
        location_levels?: ({ location_id: string } | null)[]
      } | null
    } | null)[]
  } | null
}

type OrderRow = {
  items?: (ItemRow | null)[]
  fulfillments?: ({
    location_id: string | null
    canceled_at: unknown
    items?: ({ line_item_id: string | null } | null)[]
  } | null)[]
  sales_channel?: { stock_locations?: ({ id: string } | null)[] } | null
}

/**
 * Where returned goods are expected. When nobody says: where they were shipped
 * from, else at a location of the order's sales channel, else anywhere.
 *
 * Only where every counted article has an inventory level: Medusa receives a
 * return nowhere else, and the money would be gone by then.
 *
 * @returns null where nothing is counted and no location is known
 * @throws invalid_request: no such location, or it cannot stock the goods
 */
export async function returnLocation(
  container: MedusaContainer,
  orderId: string,
  itemIds: string[],
  asked: string | null | undefined
): Promise<string | null> {
  if (asked) {
    await assertExists(container, asked)
  }
  const order = await readOrderRow(container, orderId)
  const parts = stockedParts(order, itemIds)
  const lacking = (location: string) =>
    parts.filter(({ locations }) => !locations.includes(location))
  const candidates = asked ? [asked] : usualLocations(order, itemIds)
  const everywhere = [...new Set(parts.flatMap(({ locations }) => locations))]
  const found = [...candidates, ...(asked ? [] : everywhere)].find(
    (location) => !lacking(location).length
  )
  if (found || (!asked && !parts.length)) {
    return found ?? null
  }
  const titles = (asked ? lacking(asked) : parts).map(({ title }) => title)
  throw refundError({
    code: "invalid_request",
    message: `${asked ?? "No stock location"} ${asked ? "does not stock" : "stocks"} ${[...new Set(titles)].join(", ")}: a return could not be received there. ${asked ? "Choose a location that does" : "Return them one by one"}, or give one an inventory level of it.`,
    details: {
      field: "location_id",
      location_ids: everywhere.filter((location) => !lacking(location).length),
    },
  })
}

/**
 * Makes sure that a plan's goods can come back, before anything is reserved.
 *
 * @throws invalid_request
 */
export async function assertReturnLocation(
  container: MedusaContainer,
  orderId: string,
  lines: PlannedLine[],
  asked: string | null | undefined
): Promise<void> {
  const itemIds = lines.flatMap(({ restock, quantity, item_id }) =>
    restock === "return" && item_id && quantity > 0 ? [item_id] : []
  )
  if (itemIds.length || asked) {
    await returnLocation(container, orderId, itemIds, asked)
  }
}

async function assertExists(
  container: MedusaContainer,
  id: string
): Promise<void> {
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

async function readOrderRow(
  container: MedusaContainer,
  orderId: string
): Promise<OrderRow> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "items.id",
        "items.title",
        "items.product_title",
        "items.variant.manage_inventory",
        "items.variant.inventory_items.inventory.location_levels.location_id",
        "fulfillments.location_id",
        "fulfillments.canceled_at",
        "fulfillments.items.line_item_id",
        "sales_channel.stock_locations.id",
      ],
      filters: { id: orderId },
    })
  const orders: Record<string, unknown>[] = data
  return (orders[0] ?? {}) as OrderRow
}

/** The stock items of counted articles, of which a bundle has several. */
const stockedParts = (
  { items }: OrderRow,
  itemIds: string[]
): { title: string; locations: string[] }[] =>
  (items ?? [])
    .filter((item) => item !== null)
    .filter(
      ({ id, variant }) => itemIds.includes(id) && variant?.manage_inventory
    )
    .flatMap(({ id, title, product_title, variant }) =>
      (variant?.inventory_items ?? []).map((part) => ({
        title: `${product_title ?? title ?? id} (${id})`,
        locations: (part?.inventory?.location_levels ?? []).flatMap(
          (level) => level?.location_id ?? []
        ),
      }))
    )

const usualLocations = (
  { fulfillments, sales_channel }: OrderRow,
  itemIds: string[]
): string[] => [
  ...(fulfillments ?? [])
    .filter(
      (each) =>
        !each?.canceled_at &&
        each?.items?.some((item) =>
          itemIds.includes(String(item?.line_item_id))
        )
    )
    .flatMap((each) => each?.location_id ?? []),
  ...(sales_channel?.stock_locations ?? []).flatMap((each) => each?.id ?? []),
]
