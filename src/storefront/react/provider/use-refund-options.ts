import { useEffect, useState } from "react"
import type { StoreRefundOptionsResponse } from "../../../types/refund-request"
import { isAborted } from "../../client/transport"
import { useRefunds } from "./refunds-context"

/** What may be asked for of an order. */
export type RefundOptions = StoreRefundOptionsResponse["refund_options"]

/** Reads what may be asked for, anew after each change of the order. */
export function useRefundOptions(): {
  options: RefundOptions | null
  error: unknown
  reload: () => void
} {
  const { client, orderId, access, order } = useRefunds()
  const [options, setOptions] = useState<RefundOptions | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    if (!orderId) {
      return
    }
    const stopped = new AbortController()
    client.refundOptions(orderId, { access, signal: stopped.signal }).then(
      (read) => {
        setOptions(read)
        setError(null)
      },
      (thrown: unknown) => {
        if (!isAborted(thrown)) {
          setError(thrown)
        }
      }
    )
    return () => stopped.abort()
  }, [client, orderId, access, order.version, attempt])

  return { options, error, reload: () => setAttempt((count) => count + 1) }
}
