import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** A parcel: what was in it, and when it left and arrived. */
export type Parcel = {
  items: { item_id: string; quantity: number }[]
  shipped_at: string | null
  delivered_at: string | null
}

/** What the rules for a customer's request need to know of an order and Medusa has. */
export type RequestedOrder = {
  id: string
  display_id: number
  email: string | null
  locale: string | null
  customer_id: string | null
  currency_code: string
  placed_at: string
  sales_channel_id: string | null
  country_code: string | null
  customer_group_ids: string[]
  /** The shop looks closer at it: `refunds_on_hold` in the order's metadata. */
  is_on_hold: boolean
  items: {
    id: string
    title: string
    variant_title: string | null
    thumbnail: string | null
    product_id: string | null
    category_ids: string[]
    tag_ids: string[]
    requires_shipping: boolean
  }[]
  /** Canceled parcels are not in it. */
  parcels: Parcel[]
}

const FIELDS = [
  "id",
  "display_id",
  "email",
  "locale",
  "customer_id",
  "currency_code",
  "created_at",
  "sales_channel_id",
  "metadata",
  "customer.groups.id",
  "shipping_address.country_code",
  "billing_address.country_code",
  "items.id",
  "items.title",
  "items.variant_title",
  "items.thumbnail",
  "items.product_id",
  "items.requires_shipping",
  "items.product.categories.id",
  "items.product.tags.id",
  "fulfillments.canceled_at",
  "fulfillments.shipped_at",
  "fulfillments.delivered_at",
  "fulfillments.items.line_item_id",
  "fulfillments.items.quantity",
]

type Row = Record<string, unknown>

/** Reads an order as its customer's requests are judged by; null where there is none. */
export async function readRequestedOrder(
  container: MedusaContainer,
  orderId: string
): Promise<RequestedOrder | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id: orderId } })
  const [order] = data as Row[]
  return order ? toRequestedOrder(order) : null
}

function toRequestedOrder(order: Row): RequestedOrder {
  const text = (row: unknown, name: string): string | null => {
    const value = (row as Row | null | undefined)?.[name]
    return typeof value === "string" && value ? value : null
  }
  return {
    id: String(order.id),
    display_id: Number(order.display_id),
    email: text(order, "email"),
    locale: text(order, "locale"),
    customer_id: text(order, "customer_id"),
    currency_code: String(order.currency_code),
    placed_at: iso(order.created_at) ?? "",
    sales_channel_id: text(order, "sales_channel_id"),
    country_code:
      (
        text(order.shipping_address, "country_code") ??
        text(order.billing_address, "country_code")
      )?.toLowerCase() ?? null,
    customer_group_ids: idsOf((order.customer as Row | null)?.groups),
    is_on_hold: (order.metadata as Row | null)?.refunds_on_hold === true,
    items: rows(order.items).map((item) => ({
      id: String(item.id),
      title: String(item.title ?? ""),
      variant_title: text(item, "variant_title"),
      thumbnail: text(item, "thumbnail"),
      product_id: text(item, "product_id"),
      category_ids: idsOf((item.product as Row | null)?.categories),
      tag_ids: idsOf((item.product as Row | null)?.tags),
      requires_shipping: item.requires_shipping !== false,
    })),
    parcels: rows(order.fulfillments)
      .filter(({ canceled_at }) => !canceled_at)
      .map(({ items, shipped_at, delivered_at }) => ({
        items: rows(items).map(({ line_item_id, quantity }) => ({
          item_id: String(line_item_id),
          quantity: Number(quantity),
        })),
        shipped_at: iso(shipped_at),
        delivered_at: iso(delivered_at),
      })),
  }
}

/** A link that leads nowhere is null in Medusa's lists. */
const rows = (value: unknown): Row[] =>
  Array.isArray(value) ? value.filter(Boolean) : []

const idsOf = (value: unknown): string[] =>
  rows(value).map(({ id }) => String(id))

const iso = (value: unknown): string | null =>
  value ? new Date(value as string | Date).toISOString() : null
