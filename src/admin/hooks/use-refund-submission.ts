import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCreateOrderRefund, RefundPlan } from "../../types"
import { AdminApiError } from "../lib/admin-api-error"
import { announceRefund } from "../lib/announce-refund"
import {
  endsIntent,
  refundIntent,
  type RefundIntent,
} from "../lib/refund-intent"
import { useCreateOrderRefund } from "./use-create-order-refund"

/**
 * Sends a refund once, however often the button is pressed. A retry of the same
 * request carries the same idempotency key; another request gets a new one.
 */
export function useRefundSubmission(
  orderId: string,
  { onDone, onPlanChanged }: { onDone: () => void; onPlanChanged: () => void }
) {
  const { t } = useTranslation()
  const mutation = useCreateOrderRefund(orderId)
  const running = useRef(false)
  const open = useRef<RefundIntent | null>(null)

  const submit = async (request: AdminCreateOrderRefund, plan: RefundPlan) => {
    // State would be too late for a second click in the same frame.
    if (running.current) {
      return
    }
    running.current = true
    const intent = refundIntent(open.current, request, plan)
    open.current = intent
    try {
      const { data } = await mutation.mutateAsync(intent)
      announceRefund(data.order_refund, data.order_refund.amount, t)
      onDone()
    } catch (error) {
      if (endsIntent(error)) {
        open.current = null
      }
      if (
        error instanceof AdminApiError &&
        error.body.code === "plan_changed"
      ) {
        onPlanChanged()
      }
    } finally {
      running.current = false
    }
  }
  return {
    submit,
    reset: mutation.reset,
    isPending: mutation.isPending,
    error: mutation.error,
    /** What the button said when the failed request was sent. */
    sentAmount: mutation.variables?.amount ?? "",
  }
}
