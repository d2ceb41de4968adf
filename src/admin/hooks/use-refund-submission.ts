import { useTranslation } from "react-i18next"
import type {
  AdminCreateOrderRefund,
  AdminOrderRefundResponse,
  RefundPlan,
} from "../../types"
import { announceRefund } from "../lib/announce-refund"
import { useIsSending, useSentOnce } from "./use-sent-once"

const refundsPath = (orderId: string) => `/admin/orders/${orderId}/refunds`

/** Sends a refund once, however often the button is pressed. */
export function useRefundSubmission(
  orderId: string,
  { onDone, onPlanChanged }: { onDone: () => void; onPlanChanged?: () => void }
) {
  const { t } = useTranslation()
  const { send, said, ...sending } = useSentOnce<
    AdminCreateOrderRefund,
    AdminOrderRefundResponse
  >(orderId, refundsPath(orderId), { onPlanChanged })
  const submit = async (
    request: AdminCreateOrderRefund,
    { hash, amount }: RefundPlan
  ) => {
    const answer = await send(request, { plan_hash: hash }, amount)
    if (answer) {
      announceRefund(answer.order_refund, answer.order_refund.amount, t)
      onDone()
    }
  }
  return { ...sending, submit, sentAmount: said }
}

/** Whether a refund of this order is being sent. */
export const useIsRefunding = (orderId: string): boolean =>
  useIsSending(refundsPath(orderId))
