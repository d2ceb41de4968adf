import { toast } from "@medusajs/ui"
import {
  useIsMutating,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type {
  AdminDeclineRefundRequest,
  AdminRefundRequestResponse,
  RefundRequestDTO,
} from "../../../types"
import { adminApi } from "../../lib/admin-api"
import { refreshRequests } from "../lib/refresh-requests"
import { requestActionKey, requestKey } from "../lib/request-keys"
import { useOneAtATime } from "../../hooks/use-one-at-a-time"

type ActionRequest =
  | {
      action: "decline"
      body: AdminDeclineRefundRequest & { as?: "invalid" }
    }
  | { action: "ask"; body: { note: string } }
  | { action: "goods"; body: { waits_for_goods: boolean } }
  | { action: "assign"; body: { order_id: string } }

/** Carries out an action on a request once, however often its button is pressed. */
export function useRequestAction({
  id,
  display_id,
}: Pick<RefundRequestDTO, "id" | "display_id">) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const once = useOneAtATime()
  const mutationKey = requestActionKey(id)
  const { mutateAsync, error, reset } = useMutation<
    RefundRequestDTO,
    Error,
    ActionRequest
  >({
    mutationKey,
    mutationFn: async ({ action, body }) => {
      const { data } = await adminApi<AdminRefundRequestResponse>(
        `/admin/refund-requests/${encodeURIComponent(id)}/${action}`,
        { method: "POST", body }
      )
      return data.refund_request
    },
    onSuccess: (request, sent) => {
      queryClient.setQueryData(requestKey(id), request)
      toast.success(t(doneKey(sent), { number: String(display_id) }))
    },
    // Also after an error: somebody else may have decided meanwhile.
    onSettled: (request) =>
      refreshRequests(queryClient, request?.order_id ?? null),
  })
  /** Whether it was carried out; `error` then says why not. */
  const send = async (request: ActionRequest): Promise<boolean> =>
    (await once(() =>
      mutateAsync(request).then(
        () => true,
        () => false
      )
    )) ?? false
  return { send, reset, error, isPending: useIsActing(id) }
}

export type RequestActions = ReturnType<typeof useRequestAction>

/** Whether an action on this request is on its way. */
export const useIsActing = (id: string): boolean =>
  useIsMutating({ mutationKey: requestActionKey(id) }) > 0

function doneKey({ action, body }: ActionRequest): string {
  if (action === "goods") {
    return `refundRequests.done.${body.waits_for_goods ? "waits" : "arrived"}`
  }
  return action === "decline" && body.as
    ? "refundRequests.done.invalid"
    : `refundRequests.done.${action}`
}
