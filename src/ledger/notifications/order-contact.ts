import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** Whom to tell of an order, and how the customer knows it. */
export type OrderContact = {
  email: string | null
  first_name: string | null
  customer_id: string | null
  /** `#1042`, or the store's own number. */
  order_name: string
  /** The order's, then the region's, where somebody wrote it into its metadata. */
  locales: (string | null)[]
}

type Named = { first_name?: string | null } | null | undefined

type Row = {
  email?: string | null
  display_id?: number | null
  custom_display_id?: string | null
  locale?: string | null
  customer_id?: string | null
  customer?: Named
  billing_address?: Named
  shipping_address?: Named
  region?: { metadata?: Record<string, unknown> | null } | null
}

/** Reads whom to tell of an order; null where there is no such order. */
export async function readOrderContact(
  container: MedusaContainer,
  orderId: string
): Promise<OrderContact | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "email",
        "display_id",
        "custom_display_id",
        "locale",
        "customer_id",
        "customer.first_name",
        "billing_address.first_name",
        "shipping_address.first_name",
        "region.metadata",
      ],
      filters: { id: orderId },
    })
  const [order] = data as Row[]
  return order ? toContact(order, orderId) : null
}

function toContact(order: Row, orderId: string): OrderContact {
  const { display_id, custom_display_id } = order
  const regional = order.region?.metadata?.locale
  return {
    email: order.email?.trim() || null,
    first_name:
      [order.customer, order.billing_address, order.shipping_address]
        .map((person) => person?.first_name?.trim())
        .find(Boolean) ?? null,
    customer_id: order.customer_id ?? null,
    order_name: custom_display_id ?? (display_id ? `#${display_id}` : orderId),
    locales: [
      order.locale ?? null,
      typeof regional === "string" ? regional : null,
    ],
  }
}
