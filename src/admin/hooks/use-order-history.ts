import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type {
  AdminOrderEditListResponse,
  AdminOrderReleaseListResponse,
} from "../../types"
import { adminApi } from "../lib/admin-api"
import { historyOf, isUnfinished, orderHistoryKey } from "../lib/order-history"
import { refreshOrderPage } from "../lib/refresh-order-page"

/** The most of one answer: no order has as many. */
const ALL = "limit=100"
const A_JOB_IS_NEAR_MS = 5_000

/** What became of an order's edits and releases; asks again while a job has to finish one. */
export function useOrderHistory(orderId: string) {
  const query = useQuery({
    queryKey: orderHistoryKey(orderId),
    queryFn: async ({ signal }) => {
      const order = `/admin/orders/${orderId}`
      const [edits, releases] = await Promise.all([
        adminApi<AdminOrderEditListResponse>(`${order}/edits?${ALL}`, {
          signal,
        }),
        adminApi<AdminOrderReleaseListResponse>(`${order}/release?${ALL}`, {
          signal,
        }),
      ])
      return historyOf(edits.data.order_edits, releases.data.order_releases)
    },
    // Customers pay links behind the dashboard's back.
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) =>
      state.data?.some(isUnfinished) ? A_JOB_IS_NEAR_MS : false,
  })
  useRefreshedOrderPage(orderId, query.data?.filter(isUnfinished).length)
  return query
}

/** The other sections read the order again when a job has finished something. */
function useRefreshedOrderPage(orderId: string, unfinished?: number) {
  const queryClient = useQueryClient()
  const before = useRef(unfinished)
  useEffect(() => {
    if ((before.current ?? 0) > (unfinished ?? 0)) {
      void refreshOrderPage(queryClient, orderId)
    }
    before.current = unfinished
  }, [orderId, unfinished, queryClient])
}
