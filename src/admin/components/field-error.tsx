import { Hint } from "@medusajs/ui"

/** The message next to the control it is about. */
export const FieldError = (props: { id: string; message?: string }) =>
  props.message ? (
    <Hint id={props.id} variant="error" role="alert">
      {props.message}
    </Hint>
  ) : null
