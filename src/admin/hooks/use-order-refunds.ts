import { useQuery } from "@tanstack/react-query"
import type { AdminOrderRefundsResponse } from "../../types"
import { adminApi } from "../lib/admin-api"
import { isMoving } from "../lib/refund-status"

export const orderRefundsKey = (orderId: string) => [
  "order_refunds",
  "order",
  orderId,
]

const LOOK_AGAIN_MS = 3000

/** Everything about an order's refunds; asks again while one is on its way. */
export const useOrderRefunds = (orderId: string) =>
  useQuery({
    queryKey: orderRefundsKey(orderId),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<AdminOrderRefundsResponse>(
        `/admin/orders/${orderId}/refunds`,
        { signal }
      )
      return data
    },
    refetchInterval: ({ state }) =>
      state.data?.order_refunds.some(isMoving) ? LOOK_AGAIN_MS : false,
  })
