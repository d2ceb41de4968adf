import { toast } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { RefundPlan } from "../../types"
import { AdminApiError } from "../lib/admin-api-error"
import { formatMoney } from "../lib/format-money"
import type { RefundForm } from "../lib/refund-form"
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

  const submit = async (form: RefundForm, plan: RefundPlan) => {
    // State would be too late for a second click in the same frame.
    if (running.current) {
      return
    }
    running.current = true
    const intent = refundIntent(open.current, form, plan.hash)
    open.current = intent
    try {
      const { status, data } = await mutation.mutateAsync(intent)
      const { amount, currency_code } = data.order_refund
      if (status === 202) {
        toast.info(t("refunds.drawer.processing"))
      } else if (data.order_refund.status === "partially_failed") {
        toast.warning(t("refunds.drawer.partial"))
      } else {
        toast.success(
          t("refunds.drawer.done", {
            amount: formatMoney(amount, currency_code),
          })
        )
      }
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
  }
}
