import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminApproveRefundRequest,
  AdminOrderRefundResponse,
  AdminRefundRequestResponse,
  RefundPlan,
  RefundRequestDTO,
} from "../../../types"
import { useIsSending, useSentOnce } from "../../hooks/use-sent-once"
import { adminApi } from "../../lib/admin-api"
import { announceRefund } from "../../lib/announce-refund"
import { refreshRequests } from "../lib/refresh-requests"

const approvalPath = (id: string) =>
  `/admin/refund-requests/${encodeURIComponent(id)}/approve`

/** Approves a request, and refunds it, once, however often the button is pressed. */
export function useApproval(
  { id, display_id }: Pick<RefundRequestDTO, "id" | "display_id">,
  orderId: string,
  { onDone, onPlanChanged }: { onDone: () => void; onPlanChanged: () => void }
) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  // The list is read before the drawer closes: whether the row that opened it is
  // still there decides where the focus goes.
  const [isClosing, setClosing] = useState(false)
  const { send, said, ...sending } = useSentOnce<
    AdminApproveRefundRequest,
    AdminRefundRequestResponse
  >(orderId, approvalPath(id), { onPlanChanged })

  const approve = async (
    body: AdminApproveRefundRequest,
    { hash, amount }: RefundPlan
  ) => {
    const answer = await send(body, { plan_hash: hash }, amount)
    // Also after an error: somebody else may have decided meanwhile.
    const refreshed = refreshRequests(queryClient, null)
    if (answer) {
      setClosing(true)
      await refreshed
      onDone()
      await announce(answer.refund_request.order_refund_id)
    }
  }
  /** How far the money got is in no answer about a request. */
  const announce = async (refundId: string | null) => {
    try {
      const { data } = await adminApi<AdminOrderRefundResponse>(
        `/admin/order-refunds/${refundId}`
      )
      announceRefund(data.order_refund, data.order_refund.amount, t)
    } catch {
      toast.success(
        t("refundRequests.done.approve", { number: String(display_id) })
      )
    }
  }
  return {
    ...sending,
    isPending: sending.isPending || isClosing,
    approve,
    sentAmount: said,
  }
}

/** Whether an approval of this request is on its way. */
export const useIsApproving = (id: string): boolean =>
  useIsSending(approvalPath(id))
