import { useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  AdminCreateOrderRefund,
  AdminOrderRefundResponse,
} from "../../types"
import { adminApi } from "../lib/admin-api"

type Variables = { body: AdminCreateOrderRefund; idempotencyKey: string }

/** The dashboard's keys for everything about orders start with this. */
const DASHBOARD_ORDERS = ["orders"]

/** Sends a refund. Afterwards the dashboard's own sections read the order again. */
export function useCreateOrderRefund(orderId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ body, idempotencyKey }: Variables) =>
      adminApi<AdminOrderRefundResponse>(`/admin/orders/${orderId}/refunds`, {
        method: "POST",
        body,
        headers: { "Idempotency-Key": idempotencyKey },
      }),
    onSettled: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ["order_refunds"] }),
        queryClient.invalidateQueries({ queryKey: DASHBOARD_ORDERS }),
      ])
    },
  })
}
