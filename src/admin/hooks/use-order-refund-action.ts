import { toast } from "@medusajs/ui"
import {
  useIsMutating,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type {
  AdminAssignOrderRefund,
  AdminOrderRefundResponse,
  AdminResolveOrderRefund,
  AdminSettleOrderRefund,
  AdminWithdrawOrderRefund,
  OrderRefundDTO,
} from "../../types"
import { adminApi } from "../lib/admin-api"
import { announceRefund } from "../lib/announce-refund"
import { actionErrorText } from "../lib/error-text"
import { refundActionKey } from "../lib/query-keys"
import { refreshOrderPage } from "../lib/refresh-order-page"
import { useOneAtATime } from "./use-one-at-a-time"

type ActionRequest =
  | { action: "retry" | "cancel"; body: Record<string, never> }
  | { action: "withdraw"; body: AdminWithdrawOrderRefund }
  | { action: "settle"; body: AdminSettleOrderRefund }
  | { action: "assign"; body: AdminAssignOrderRefund }
  | { action: "resolve"; body: AdminResolveOrderRefund }

/** Carries out an action on a refund, and says what came of it. */
export function useOrderRefundAction(refund: OrderRefundDTO) {
  const { id, order_id, display_id, currency_code, failed_amount } = refund
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const once = useOneAtATime()
  const mutationKey = refundActionKey(id)
  const { mutateAsync, error, reset } = useMutation<
    OrderRefundDTO,
    Error,
    ActionRequest
  >({
    mutationKey,
    mutationFn: async ({ action, body }) => {
      const { data } = await adminApi<AdminOrderRefundResponse>(
        `/admin/order-refunds/${id}/${action}`,
        { method: "POST", body }
      )
      return data.order_refund
    },
    onSettled: () => refreshOrderPage(queryClient, order_id),
    onSuccess: (changed, { action }) =>
      action === "retry"
        ? announceRefund(changed, failed_amount, t)
        : toast.success(
            t(`refunds.action.${action}.done`, { id: String(display_id) })
          ),
    // A form says it itself, next to what has to be changed.
    onError: (cause, { action }) =>
      action === "settle" || action === "assign" || action === "resolve"
        ? undefined
        : toast.error(actionErrorText(cause, currency_code, t)),
  })
  /** Whether it was carried out. */
  const send = async (request: ActionRequest): Promise<boolean> =>
    (await once(() =>
      mutateAsync(request).then(
        () => true,
        () => false
      )
    )) ?? false
  return {
    send,
    reset,
    error,
    /** Also while another button of the same refund sends. */
    isPending: useIsMutating({ mutationKey }) > 0,
  }
}

export type OrderRefundActions = ReturnType<typeof useOrderRefundAction>
