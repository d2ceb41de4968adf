import { Alert } from "@medusajs/ui"
import { useEffect, useRef } from "react"

/** Why a refund was not made, where no single field is to blame. It takes the focus. */
export function FormError({ message }: { message: string }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [message])
  return (
    <div ref={ref} tabIndex={-1} role="alert">
      <Alert variant="error">{message}</Alert>
    </div>
  )
}
