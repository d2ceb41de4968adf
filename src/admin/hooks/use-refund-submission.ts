import { toast } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { RefundPlan } from "../../types"
import { AdminApiError } from "../lib/admin-api"
import { formatMoney } from "../lib/format-money"
import { newIdempotencyKey } from "../lib/idempotency-key"
import { toRefundRequest, type RefundForm } from "../lib/refund-form"
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
  const intent = useRef({ request: "", key: "" })

  const submit = async (form: RefundForm, plan: RefundPlan) => {
    // State would be too late for a second click in the same frame.
    if (running.current) {
      return
    }
    running.current = true
    const body = toRefundRequest(form, plan.hash)
    const request = JSON.stringify(body)
    if (intent.current.request !== request) {
      intent.current = { request, key: newIdempotencyKey() }
    }
    try {
      const { status, data } = await mutation.mutateAsync({
        body,
        idempotencyKey: intent.current.key,
      })
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
      // A definite refusal ends the intent; a lost answer must keep its key.
      if (error instanceof AdminApiError && error.status < 500) {
        intent.current = { request: "", key: "" }
        if (error.body.code === "plan_changed") {
          onPlanChanged()
        }
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
