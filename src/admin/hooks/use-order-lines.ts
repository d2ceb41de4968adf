import { useQuery } from "@tanstack/react-query"
import { adminApi } from "../lib/admin-api"
import { orderItemsKey, refundReasonsKey } from "../lib/query-keys"

/** What the drawer shows of an item besides its money. */
export type OrderItem = {
  id: string
  title: string
  product_title: string | null
  variant_title: string | null
  variant_sku: string | null
  thumbnail: string | null
  quantity: number
  /** Gone when the variant was deleted. */
  variant?: {
    manage_inventory: boolean
    inventory_items?: {
      inventory?: { location_levels?: { location_id: string }[] } | null
    }[]
  } | null
}

const FIELDS =
  "id,*items,items.variant_title,items.variant_sku,items.thumbnail,items.variant.manage_inventory,items.variant.inventory_items.inventory.location_levels.location_id"

/** The order's items; the page's own order need not have all fields. */
export const useOrderItems = (orderId: string) =>
  useQuery({
    queryKey: orderItemsKey(orderId),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<{ order: { items: OrderItem[] } }>(
        `/admin/orders/${orderId}?fields=${encodeURIComponent(FIELDS)}`,
        { signal }
      )
      return data.order.items
    },
  })

export type RefundReason = { id: string; label: string }

/** Medusa's refund reasons, as its own refund form lists them. */
export const useRefundReasons = () =>
  useQuery({
    queryKey: refundReasonsKey,
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<{ refund_reasons: RefundReason[] }>(
        "/admin/refund-reasons?limit=100",
        { signal }
      )
      return data.refund_reasons
    },
  })
