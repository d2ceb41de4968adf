import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import type {
  AdminCreateOrderRefund,
  AdminRefundPlanResponse,
} from "../../types"
import { adminApi } from "../lib/admin-api"
import { AdminApiError } from "../lib/admin-api-error"
import { refundPlanKey } from "../lib/query-keys"
import { missingInput } from "../lib/refund-request"

const TYPING_MS = 300

/**
 * The server's preview of a request. It follows the merchant's typing with a
 * small delay; an older answer never replaces a newer one.
 */
export function useRefundPlan(
  previewPath: string,
  request: AdminCreateOrderRefund
) {
  const text = JSON.stringify(request)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  const query = useQuery<AdminRefundPlanResponse["refund_plan"], Error>({
    queryKey: refundPlanKey(previewPath, settled),
    queryFn: async ({ signal }) => {
      const { data } = await adminApi<AdminRefundPlanResponse>(previewPath, {
        method: "POST",
        body: JSON.parse(settled),
        signal,
      })
      return data.refund_plan
    },
    enabled: !missingInput(JSON.parse(settled)),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: (count, error) => !(error instanceof AdminApiError) && count < 2,
  })
  const isComplete = !missingInput(request)
  const isAnswered = isComplete && text === settled
  return {
    plan: isComplete && !query.isError ? query.data : undefined,
    isCurrent: isAnswered && query.isSuccess && !query.isPlaceholderData,
    error: isAnswered ? query.error : null,
    refetch: query.refetch,
  }
}

export type RefundPreview = ReturnType<typeof useRefundPlan>
