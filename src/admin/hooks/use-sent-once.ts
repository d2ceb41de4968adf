import {
  useIsMutating,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import { useRef } from "react"
import { adminApi } from "../lib/admin-api"
import { AdminApiError } from "../lib/admin-api-error"
import { sentKey } from "../lib/order-edit-keys"
import { refreshOrderPage } from "../lib/refresh-order-page"
import { endsIntent, sentIntent, type SentIntent } from "../lib/sent-intent"
import { useOneAtATime } from "./use-one-at-a-time"

/**
 * Sends a request about an order once, however often the button is pressed. A
 * retry of the same request carries the same idempotency key; another request
 * gets a new one. Afterwards the whole order page reads the order again.
 */
export function useSentOnce<Body extends object, Answer>(
  orderId: string,
  path: string,
  { onPlanChanged }: { onPlanChanged?: (() => void) | undefined }
) {
  const queryClient = useQueryClient()
  const once = useOneAtATime()
  const open = useRef<SentIntent<Body> | null>(null)
  const mutation = useMutation<Answer, Error, SentIntent<Body>>({
    mutationKey: sentKey(path),
    mutationFn: async ({ body, idempotencyKey }) => {
      const { data } = await adminApi<Answer>(path, {
        method: "POST",
        body,
        headers: { "Idempotency-Key": idempotencyKey },
      })
      return data
    },
    onSettled: () => refreshOrderPage(queryClient, orderId),
  })
  /** The answer, or null: `error` then says why. */
  const send = async (
    asked: Body,
    seen: Partial<Body>,
    said?: string
  ): Promise<Answer | null> =>
    once(async () => {
      open.current = sentIntent(open.current, asked, seen, said)
      try {
        return await mutation.mutateAsync(open.current)
      } catch (error) {
        if (endsIntent(error)) {
          open.current = null
        }
        if (
          error instanceof AdminApiError &&
          error.body.code === "plan_changed"
        ) {
          onPlanChanged?.()
        }
        return null
      }
    })
  return {
    send,
    error: mutation.error,
    isPending: mutation.isPending,
    reset: mutation.reset,
    /** What the button said when the request was sent that failed. */
    said: mutation.variables?.said ?? "",
  }
}

/** Whether such a request is on its way. */
export const useIsSending = (path: string): boolean =>
  useIsMutating({ mutationKey: sentKey(path) }) > 0
