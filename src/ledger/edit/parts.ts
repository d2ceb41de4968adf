import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

type Level = {
  location_id: string
  raw_stocked_quantity?: { value: string | number }
  raw_reserved_quantity?: { value: string | number }
  stock_locations?: ({ sales_channels?: ({ id: string } | null)[] } | null)[]
}
type Variant = {
  id: string
  title: string | null
  product?: { title: string | null } | null
  manage_inventory: boolean
  allow_backorder: boolean
  inventory_items?: ({
    inventory_item_id: string
    required_quantity: number
    inventory?: { location_levels?: (Level | null)[] } | null
  } | null)[]
}

/** A stock item of a variant, and where it is. A bundle takes several. */
export type VariantPart = {
  inventory_item_id: string
  /** How many of it one unit takes. */
  required: number
  title: string
  allow_backorder: boolean
  /** At locations of the order's sales channel. */
  levels: Level[]
}

const LEVELS = "inventory_items.inventory.location_levels"
const FIELDS = [
  "id",
  "title",
  "product.title",
  "manage_inventory",
  "allow_backorder",
  "inventory_items.inventory_item_id",
  "inventory_items.required_quantity",
  `${LEVELS}.*`,
  `${LEVELS}.stock_locations.id`,
  `${LEVELS}.stock_locations.sales_channels.id`,
]

/** What the store has to take from its shelves for an order's variants, by id. */
export async function partsOfVariants(
  container: MedusaContainer,
  orderId: string,
  variantIds: string[]
): Promise<Map<string, VariantPart[]>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [orders, variants] = await Promise.all([
    query.graph({
      entity: "order",
      fields: ["id", "sales_channel_id"],
      filters: { id: orderId },
    }),
    query.graph({
      entity: "variant",
      fields: FIELDS,
      filters: { id: variantIds },
    }),
  ])
  const channel = orders.data[0]?.sales_channel_id ?? null
  const rows: Record<string, unknown>[] = variants.data
  return new Map(
    (rows as Variant[]).map((variant) => [
      variant.id,
      partsOf(variant, channel),
    ])
  )
}

function partsOf(variant: Variant, channel: string | null): VariantPart[] {
  return variant.manage_inventory
    ? (variant.inventory_items ?? []).flatMap((item) =>
        item
          ? [
              {
                inventory_item_id: item.inventory_item_id,
                required: item.required_quantity,
                title: variant.product?.title ?? variant.title ?? variant.id,
                allow_backorder: variant.allow_backorder,
                levels: (item.inventory?.location_levels ?? [])
                  .flatMap((level) => level ?? [])
                  .filter((level) => isOfChannel(level, channel)),
              },
            ]
          : []
      )
    : []
}

const isOfChannel = (level: Level, channel: string | null): boolean =>
  channel === null ||
  (level.stock_locations ?? []).some((location) =>
    location?.sales_channels?.some((each) => each?.id === channel)
  )
