import { useQuery } from "@tanstack/react-query"
import { adminApi } from "../lib/admin-api"
import { orderToEditKey } from "../lib/order-edit-keys"
import type { OrderToEdit } from "../lib/order-edit-order"

const FIELDS =
  "id,currency_code,discount_total,*items,items.variant_id,items.variant_title,items.variant_sku,items.thumbnail,*items.detail,*shipping_methods,*payment_collections.payments"

/**
 * The order's lines and payments, for an open drawer; the page's own order need
 * not have all fields.
 */
export const useOrderToEdit = (orderId: string) =>
  useQuery({
    queryKey: orderToEditKey(orderId),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<{ order: OrderToEdit }>(
        `/admin/orders/${orderId}?fields=${encodeURIComponent(FIELDS)}`,
        { signal }
      )
      return data.order
    },
    staleTime: 0,
    // A form begins with what it is given: never with the order of an earlier look.
    gcTime: 0,
  })
