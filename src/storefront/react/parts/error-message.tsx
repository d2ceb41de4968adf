import { useEffect, useRef } from "react"
import { errorText } from "../format/error-text"
import type { Action } from "../provider/use-action"
import { useRefunds } from "../provider/refunds-context"
import { FormError } from "./form-error"

/** What went wrong. It is read out, and the focus moves to it. */
export function ErrorMessage({
  action: { error, failures },
}: {
  action: Action
}) {
  const { classNames, messages } = useRefunds()
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (error) {
      box.current?.focus()
    }
  }, [error, failures])
  return error ? (
    <p ref={box} role="alert" tabIndex={-1} className={classNames.error}>
      {error instanceof FormError ? error.message : errorText(error, messages)}
    </p>
  ) : null
}
