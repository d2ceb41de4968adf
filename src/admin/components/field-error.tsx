import { Hint } from "@medusajs/ui"
import { useEffect, useRef } from "react"

type Props = { id: string; message?: string }

/** The message next to the control it is about, brought into view. */
export const FieldError = ({ id, message }: Props) =>
  message ? <VisibleError id={id} message={message} /> : null

function VisibleError({ id, message }: Required<Props>) {
  const ref = useRef<HTMLSpanElement>(null)
  useEffect(() => ref.current?.scrollIntoView({ block: "nearest" }), [message])
  return (
    <Hint ref={ref} id={id} variant="error" role="alert">
      {message}
    </Hint>
  )
}
