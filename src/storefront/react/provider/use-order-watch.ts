import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { RefundsClient } from "../../client/refunds-client"
import type { OrderRefundState } from "../../watch/is-settled"
import { watchRefunds, type Watch } from "../../watch/watch-refunds"
import type { OrderWatch } from "./refunds-context"

/** Watches an order as long as the page shows it. */
export function useOrderWatch(
  client: RefundsClient,
  orderId: string,
  access: string | null
): OrderWatch {
  const [state, setState] = useState<OrderRefundState | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [version, setVersion] = useState(0)
  const watch = useRef<Watch | null>(null)

  useEffect(() => {
    setState(null)
    setError(null)
    if (!orderId) {
      return
    }
    const running = watchRefunds(
      client,
      orderId,
      (next) => {
        setState(next)
        setError(null)
        setVersion((count) => count + 1)
      },
      { access, onError: setError }
    )
    watch.current = running
    return () => running.stop()
  }, [client, orderId, access])

  const refresh = useCallback(() => {
    setError(null)
    watch.current?.refresh()
  }, [])
  return useMemo(
    () => ({ state, error, refresh, version }),
    [state, error, refresh, version]
  )
}
