import { isAborted } from "../client/transport"
import { isRefundsError } from "../client/refunds-error"
import type { CallOptions } from "../client/caller"
import { isSettled, type OrderRefundState } from "./is-settled"
import { stateReader, type WatchedClient } from "./state-reader"
import { browserTab, type Tab } from "./tab"

/** How an order is watched. */
export type WatchOptions = CallOptions & {
  /** Told of a failure; it goes on, unless the order may not be seen. */
  onError?: (error: unknown) => void
  /** The shortest time between two questions. Default: 3 seconds. */
  fastestMs?: number
  /** The longest, while nothing happens. Default: one minute. */
  slowestMs?: number
  /** For tests. */
  tab?: Tab
}

/** A running watch. */
export type Watch = {
  /** Asks at once, also after it has come to rest: something was done here. */
  refresh(): void
  stop(): void
}

const GROWTH = 1.5
/** Nobody who asks again is told another thing. */
const FINAL = [401, 403, 404]

/**
 * Watches what happens to the money of an order, and tells of every change. Asks
 * seldom while nothing happens, not at all while the tab is hidden, and no more once
 * everything is settled.
 *
 * @example
 * watchRefunds(client, orderId, ({ order_refunds }) => show(order_refunds), { signal })
 */
export function watchRefunds(
  client: WatchedClient,
  orderId: string,
  onChange: (state: OrderRefundState) => void,
  {
    access,
    signal,
    onError,
    fastestMs = 3_000,
    slowestMs = 60_000,
    tab = browserTab(),
  }: WatchOptions = {}
): Watch {
  const stopped = new AbortController()
  const read = stateReader(client, orderId, { access, signal: stopped.signal })
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = fastestMs
  let known = ""
  let isReading = false
  let isAsked = false

  function plan(): void {
    clearTimeout(timer)
    if (!tab.isHidden()) {
      timer = setTimeout(() => void ask(), pause)
      pause = Math.min(pause * GROWTH, slowestMs)
    }
  }

  async function ask(): Promise<void> {
    clearTimeout(timer)
    if (isReading) {
      isAsked = true
      return
    }
    isReading = true
    const goesOn = await step()
    isReading = false
    if (stopped.signal.aborted) {
      return
    }
    if (isAsked) {
      isAsked = false
      await ask()
    } else if (goesOn) {
      plan()
    }
  }

  /** @returns whether there may be more to see */
  async function step(): Promise<boolean> {
    try {
      const state = await read()
      const text = JSON.stringify(state)
      if (text !== known && !stopped.signal.aborted) {
        known = text
        pause = fastestMs
        onChange(state)
      }
      return !isSettled(state)
    } catch (error) {
      if (isAborted(error) || stopped.signal.aborted) {
        return false
      }
      onError?.(error)
      return !(isRefundsError(error) && FINAL.includes(error.status))
    }
  }

  const refresh = () => {
    pause = fastestMs
    void ask()
  }
  const stopListening = tab.onChange(() => {
    if (tab.isHidden()) {
      clearTimeout(timer)
    } else {
      refresh()
    }
  })
  const stop = () => {
    clearTimeout(timer)
    stopListening()
    stopped.abort()
  }
  signal?.addEventListener("abort", stop, { once: true })
  if (signal?.aborted) {
    stop()
  } else if (!tab.isHidden()) {
    void ask()
  }
  return { refresh, stop }
}
