import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type { AdminOrderRefundsResponse } from "../../types"
import { adminApi } from "../lib/admin-api"
import { unfinished } from "../lib/order-history"
import { orderRefundsKey } from "../lib/query-keys"
import { refreshOrderPage } from "../lib/refresh-order-page"
import { hasMoved, lookAgainAfter } from "../lib/refund-status"

/**
 * All that the widget shows before a drawer is opened, in one request, but for what
 * customers ask for; asks again
 * while a refund is on its way, or a job has to finish an edit or a release.
 */
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
    // Stripe and customers change it behind the dashboard's back: whoever comes
    // back from there sees the news.
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state: { data } }) =>
      data ? lookAgainAfter(data.order_refunds, unfinished(data)) : false,
  })
  useRefreshedOrderPage(orderId, query.data)
  return query
}

/**
 * Medusa's own sections read the order again when a refund gets further or comes
 * in, or a job has finished something.
 */
function useRefreshedOrderPage(
  orderId: string,
  refunds?: AdminOrderRefundsResponse
) {
  const queryClient = useQueryClient()
  const before = useRef(refunds)
  useEffect(() => {
    if (before.current && refunds && isNews(before.current, refunds)) {
      void refreshOrderPage(queryClient, orderId)
    }
    before.current = refunds
  }, [orderId, refunds, queryClient])
}

const isNews = (
  before: AdminOrderRefundsResponse,
  after: AdminOrderRefundsResponse
): boolean =>
  hasMoved(before.order_refunds, after.order_refunds) ||
  unfinished(before) > unfinished(after)
