import { toast } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { OrderRefundDTO, RefundPlan } from "../../types"
import { AdminApiError } from "../lib/admin-api-error"
import type { Translate } from "../lib/error-text"
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
    const intent = refundIntent(open.current, form, plan)
    open.current = intent
    try {
      const { data } = await mutation.mutateAsync(intent)
      announce(data.order_refund, t)
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

/** Says how far the refund got, and no further. */
function announce(
  { status, amount, currency_code }: OrderRefundDTO,
  t: Translate
): void {
  const values = { amount: formatMoney(amount, currency_code) }
  switch (status) {
    case "succeeded":
      toast.success(t("refunds.drawer.done", values))
      break
    case "processing":
      toast.info(t("refunds.drawer.processing"))
      break
    case "pending":
    case "requires_action":
      toast.info(t("refunds.drawer.accepted", values))
      break
    case "partially_failed":
      toast.warning(t("refunds.drawer.partial"))
      break
    default:
      // The answer to a repeated request: the first one has failed since.
      toast.error(t("refunds.drawer.failed"))
  }
}
