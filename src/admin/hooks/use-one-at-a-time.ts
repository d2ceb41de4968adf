import { useRef } from "react"

/**
 * Does one thing at a time: a second press in the same frame comes to nothing, for
 * which state would be too late.
 *
 * @returns a function that answers null where something is on its way
 */
export function useOneAtATime() {
  const running = useRef(false)
  return async <Result>(
    work: () => Promise<Result>
  ): Promise<Result | null> => {
    if (running.current) {
      return null
    }
    running.current = true
    try {
      return await work()
    } finally {
      running.current = false
    }
  }
}
