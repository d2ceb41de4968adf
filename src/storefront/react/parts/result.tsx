import { useEffect, useRef, type ReactNode } from "react"
import { useRefunds } from "../provider/refunds-context"

/** What was reached. It is read out, and the focus moves to it. */
export function Result({ children }: { children: ReactNode }) {
  const { classNames } = useRefunds()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="status" tabIndex={-1} className={classNames.result}>
      {children}
    </div>
  )
}
