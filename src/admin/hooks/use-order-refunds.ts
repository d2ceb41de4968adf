import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type { AdminOrderRefundsResponse, OrderRefundDTO } from "../../types"
import { adminApi } from "../lib/admin-api"
import { orderRefundsKey } from "../lib/query-keys"
import { refreshOrderPage } from "../lib/refresh-order-page"
import { hasMoved, lookAgainAfter } from "../lib/refund-status"

/** Everything about an order's refunds; asks again while one is on its way. */
export function useOrderRefunds(orderId: string) {
  const query = useQuery({
    queryKey: orderRefundsKey(orderId),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<AdminOrderRefundsResponse>(
        `/admin/orders/${orderId}/refunds`,
        { signal }
      )
      return data
    },
    // Stripe changes it behind the dashboard's back: whoever comes back from
    // there sees the news.
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) =>
      state.data ? lookAgainAfter(state.data.order_refunds) : false,
  })
  useRefreshedOrderPage(orderId, query.data?.order_refunds)
  return query
}

/** Medusa's own sections read the order again when a refund gets further or comes in. */
function useRefreshedOrderPage(orderId: string, refunds?: OrderRefundDTO[]) {
  const queryClient = useQueryClient()
  const before = useRef(refunds)
  useEffect(() => {
    if (before.current && refunds && hasMoved(before.current, refunds)) {
      void refreshOrderPage(queryClient, orderId)
    }
    before.current = refunds
  }, [orderId, refunds, queryClient])
}
