import { useRef, useState } from "react"

/** Something that a button does. */
export type Action = {
  isBusy: boolean
  error: unknown
  /** Counts the failures, so that the same one is read out again. */
  failures: number
  run(work: () => Promise<void>): Promise<void>
  fail(error: unknown): void
  clear(): void
}

/** Runs one thing at a time: a second press while it runs does nothing. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [failures, setFailures] = useState(0)
  // State is too slow for two presses within one frame.
  const isRunning = useRef(false)

  const fail = (thrown: unknown) => {
    setError(thrown)
    setFailures((count) => count + 1)
  }
  async function run(work: () => Promise<void>): Promise<void> {
    if (isRunning.current) {
      return
    }
    isRunning.current = true
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (thrown) {
      fail(thrown)
    } finally {
      isRunning.current = false
      setBusy(false)
    }
  }
  return { isBusy, error, failures, run, fail, clear: () => setError(null) }
}
