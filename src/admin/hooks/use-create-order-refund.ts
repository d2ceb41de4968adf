import {
  useIsMutating,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import type { AdminOrderRefundResponse } from "../../types"
import { adminApi } from "../lib/admin-api"
import { createRefundKey } from "../lib/query-keys"
import { refreshOrderPage } from "../lib/refresh-order-page"
import type { RefundIntent } from "../lib/refund-intent"

/** Sends a refund. Afterwards the whole order page reads the order again. */
export function useCreateOrderRefund(orderId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationKey: createRefundKey(orderId),
    mutationFn: async ({ body, idempotencyKey }: RefundIntent) =>
      adminApi<AdminOrderRefundResponse>(`/admin/orders/${orderId}/refunds`, {
        method: "POST",
        body,
        headers: { "Idempotency-Key": idempotencyKey },
      }),
    onSettled: () => refreshOrderPage(queryClient, orderId),
  })
}

/** Whether a refund of this order is being sent. */
export const useIsRefunding = (orderId: string): boolean =>
  useIsMutating({ mutationKey: createRefundKey(orderId) }) > 0
