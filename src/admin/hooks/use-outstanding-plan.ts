import { useQuery } from "@tanstack/react-query"
import type {
  AdminCreateOrderRefund,
  AdminOrderRefundsResponse,
  AdminRefundPlanResponse,
} from "../../types"
import { adminApi } from "../lib/admin-api"
import { AdminApiError } from "../lib/admin-api-error"
import { refundPlanKey } from "../lib/query-keys"

/** Everything that the order owes after edits, returns and claims. */
export const OUTSTANDING: AdminCreateOrderRefund = { outstanding: true }

/**
 * The server's preview of a refund of what is owed. It is asked for again when
 * the money of the order changes, or what blocks it.
 */
export const useOutstandingPlan = (
  orderId: string,
  { summary, blocked }: Pick<AdminOrderRefundsResponse, "summary" | "blocked">
) => {
  const path = `/admin/orders/${orderId}/refunds/preview`
  return useQuery<AdminRefundPlanResponse["refund_plan"], Error>({
    queryKey: refundPlanKey(
      path,
      JSON.stringify({ ...OUTSTANDING, summary, blocked })
    ),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<AdminRefundPlanResponse>(path, {
        method: "POST",
        body: OUTSTANDING,
        signal,
      })
      return data.refund_plan
    },
    staleTime: 0,
    gcTime: 0,
    retry: (count, error) => !(error instanceof AdminApiError) && count < 2,
  })
}
